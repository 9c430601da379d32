"""Ask for every link out of the site, keep what the net said in a file of content, and tell what is wrong."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event

from hefte.catalogue import Catalogue
from hefte.doors.agent import agent_of, contact_of
from hefte.doors.asking import Asker
from hefte.doors.build import Work, look_through
from hefte.doors.console import Console
from hefte.doors.link_record import keep, read_kept
from hefte.doors.manners import Turns
from hefte.doors.options import Options
from hefte.doors.rewriting import FileChange, write_change
from hefte.doors.tell import tell, tell_errors, tell_left_out
from hefte.doors.trouble import Exit, Trouble
from hefte.doors.visiting import Way
from hefte.links.answers import Answer, How, Known
from hefte.links.findings import findings
from hefte.links.judging import holds_still, judged, nobody_answers
from hefte.links.moving import Move, moves_of, with_moves
from hefte.links.record import Record
from hefte.links.uses import Use, host_of, owners_of, uses_of
from hefte.problem import Problem, in_order

AT_A_TIME = 8
"""So many hosts are asked side by side; each of them one question at a time."""

Ask = Callable[[str], Answer]


def check_links(options: Options, console: Console, ask: Ask | None = None) -> Exit:
    """What `hefte links` does."""
    work = look_through(options.content, options.day)
    if work.catalogue is None:
        return tell_errors(work.problems, options.content, console)
    uses = tuple(use for use in uses_of(work.catalogue) if options.host in ("", host_of(use.address)))
    record = dict(read_kept(options.content))
    wanted = _wanted(uses, record, options)
    stop, answers = Event(), dict[str, Answer]()
    asked = ask or Asker(Way(options.agent or _agent(work.catalogue, console)), Turns(sleep=stop.wait)).ask
    try:
        _ask_all(wanted, asked, answers, stop, console)
    finally:
        record.update(_judged(answers, record, options))
        if options.accept:
            record.update(_accepted(uses, record))
        keep(options.content, _still_used(record, work))
    if nobody_answers(answers):
        raise Trouble("links-no-network")
    problems = in_order(findings(uses, record, owners_of(work.catalogue.settings)))
    _report(problems, work, options, console)
    if options.format == "text":
        _sum_up(uses, wanted, answers, work.catalogue, console)
    _move(uses, record, options, console)
    return Exit.CONTENT if any(problem.stops_the_build for problem in problems) else Exit.FINE


def _report(problems: Iterable[Problem], work: Work, options: Options, console: Console) -> None:
    """Tell what is wrong with links, and beside it which files nobody could look for links in."""
    tell_left_out(work.unread, options.content, console)
    for line in tell(problems, options.format, console.words, options.content):
        console.write(line)


def _agent(catalogue: Catalogue, console: Console) -> str:
    if not contact_of(catalogue.settings):
        console.remark("links-no-contact")
    return agent_of(catalogue.settings)


def _still_used(record: Record, work: Work) -> Record:
    """Without the addresses that are gone from content; a file that cannot be read may still have them."""
    if work.catalogue is None or not work.may_be_published:
        return record
    used = {use.address for use in uses_of(work.catalogue)}
    return {address: known for address, known in record.items() if address in used}


def _wanted(uses: Iterable[Use], record: Record, options: Options) -> tuple[str, ...]:
    """The addresses to ask for: the ones that were never asked for first, then those longest ago."""
    addresses = dict.fromkeys(use.address for use in uses)
    due = [one for one in addresses if options.again or one not in record or not holds_still(record[one], options.day)]
    oldest_first = sorted(due, key=lambda one: record[one].asked.toordinal() if one in record else 0)
    return tuple(oldest_first[: options.limit or None])


def _ask_all(wanted: tuple[str, ...], ask: Ask, answers: dict[str, Answer], stop: Event, console: Console) -> None:
    """Ask, and note each answer as it comes, so that what was said before a stop is not lost."""
    try:
        for number, (address, answer) in enumerate(_answers(wanted, ask, stop), 1):
            console.counting("links-asking", number=number, total=len(wanted))
            answers[address] = answer
    except KeyboardInterrupt:
        raise Trouble("links-stopped", code=Exit.INTERRUPTED) from None
    console.counted("links-asking", number=len(wanted), total=len(wanted))


def _judged(answers: Mapping[str, Answer], record: Record, options: Options) -> Record:
    """What is known after the answers; nothing where it is this machine that reaches nobody."""
    heard = {} if nobody_answers(answers) else answers
    return {
        address: judged(address, answer, record.get(address), options.day)
        for address, answer in heard.items()
        if answer.how is not How.LATER
    }


def _answers(wanted: Iterable[str], ask: Ask, stop: Event) -> Iterator[tuple[str, Answer]]:
    """The answers as they come, several hosts side by side."""
    results: SimpleQueue[tuple[str, Answer] | None] = SimpleQueue()

    def ask_host(addresses: Iterable[str]) -> None:
        try:
            for address in addresses:
                if not stop.is_set():
                    results.put((address, ask(address)))
        finally:
            results.put(None)

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        jobs = [pool.submit(ask_host, addresses) for addresses in _by_host(wanted)]
        try:
            for _ in jobs:
                yield from iter(results.get, None)
        finally:
            stop.set()
            pool.shutdown(cancel_futures=True)
    for job in jobs:
        job.result()


def _by_host(addresses: Iterable[str]) -> Iterable[list[str]]:
    found: dict[str, list[str]] = {}
    for address in addresses:
        found.setdefault(host_of(address), []).append(address)
    return found.values()


def _accepted(uses: Iterable[Use], record: Record) -> Record:
    """The pages as they are called now are the right ones: somebody has looked."""
    known = {use.address: record[use.address] for use in uses if use.address in record}
    return {address: one._replace(title=one.new_title, new_title="") for address, one in known.items() if one.new_title}


def _sum_up(
    uses: tuple[Use, ...],
    wanted: tuple[str, ...],
    answers: Mapping[str, Answer],
    catalogue: Catalogue,
    console: Console,
) -> None:
    later = sum(answer.how is How.LATER for answer in answers.values())
    addresses, owners = {use.address for use in uses}, owners_of(catalogue.settings)
    console.say(
        "links-summed-up",
        uses=len(uses),
        addresses=len(addresses),
        own=sum(map(owners.has, addresses)),
        asked=len(wanted) - later,
        kept=len(addresses) - len(wanted),
    )
    if later:
        console.write(console.words.say_count("command.links-later", later))


def _move(uses: Iterable[Use], record: dict[str, Known], options: Options, console: Console) -> None:
    """Show what would be written for addresses that have moved for good; with `--write`, write it."""
    by_path: dict[str, list[Move]] = {}
    for use, address in moves_of(uses, record):
        by_path.setdefault(use.document.path, []).append((use, address))
    found = (_change(path, moves, options, console) for path, moves in by_path.items())
    changes = [change for change in found if change.is_real]
    if not changes:
        return
    if options.write:
        for change in changes:
            write_change(change)
            console.say("file-written", path=change.file.as_posix())
        keep(options.content, _carried_over(uses, record))
    elif options.format == "text":
        console.say("links-moved")
        for change in changes:
            console.write(change.shown)
        console.say("links-hint")


def _change(path: str, moves: list[Move], options: Options, console: Console) -> FileChange:
    before = moves[0][0].document.source.text
    after, left = with_moves(before, moves)
    for use in left:
        console.remark("links-not-written", place=f"{options.content.as_posix()}/{path}:{use.where.line}")
    return FileChange(options.content / path, before, after)


def _carried_over(uses: Iterable[Use], record: dict[str, Known]) -> Record:
    """What is known of an address holds for the one that is written in its place."""
    for use, address in moves_of(uses, record):
        record.setdefault(address, record[use.address]._replace(moved_to=""))
    return record
