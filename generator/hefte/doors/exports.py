"""Give the walks out in other people's names: to a file, or to whoever reads on where none is named."""

from hefte.doors.build import look_through
from hefte.doors.console import Console
from hefte.doors.handing_out import hand_out, refuse_what_is_there
from hefte.doors.options import Options
from hefte.doors.tell import tell_errors
from hefte.doors.trouble import Exit, Trouble
from hefte.interchange.accessibility_out import written_of
from hefte.interchange.geojson import write_geojson
from hefte.interchange.gml import write_gml
from hefte.model import Walk


def export_file(options: Options, console: Console) -> Exit:
    """What `hefte export tilgjengelighet` does: GML where the file is called so, else GeoJSON."""
    if not options.kind:
        raise Trouble("nothing-to-export", code=Exit.WRONG_USE, choices="tilgjengelighet")
    work = look_through(options.content, options.day)
    if work.catalogue is None or not work.may_be_published:
        return tell_errors(work.problems, options.content, console)
    walks = work.catalogue.shown_of(Walk)
    tracks = ((walk, work.catalogue.tracks.get(walk.track)) for walk in walks if walk.track)
    owner = work.catalogue.settings.service.said(console.words.language).text
    features = written_of(((walk, track) for walk, track in tracks if track), owner)
    target = options.out_file
    text = write_gml(features) if target and target.suffix.lower() == ".gml" else write_geojson(features)
    if target is None:
        console.write(text.rstrip("\n"))
        return Exit.FINE
    refuse_what_is_there(target, options)
    hand_out(target, text.encode())
    ways = sum(feature.kind == "FriluftTurvei" for feature in features)
    console.say("exported", path=str(target), ways=ways, things=len(features) - ways, walks=len(walks))
    return Exit.FINE
