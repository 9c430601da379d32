"""An editor at the form in the browser: a checkout that stands in for the one on disk, and how long her hands need."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Locator, Page, expect

STAND_IN = """
window.showDirectoryPicker = async () => {
  const root = await navigator.storage.getDirectory();
  const checkout = await root.getDirectoryHandle("checkout", { create: true });
  checkout.requestPermission = checkout.queryPermission = async () => "granted";
  return checkout;
};
"""
"""No headless browser shows the picker of a folder: a folder of the browser's own is picked instead."""

FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  const checkout = await root.getDirectoryHandle("checkout", { create: true });
  await checkout.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    let folder = checkout;
    const steps = path.split("/");
    for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, { create: true });
    const file = await folder.getFileHandle(steps.at(-1), { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""

READ = """async (path) => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("checkout");
  const steps = path.split("/");
  for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step);
  const file = await (await folder.getFileHandle(steps.at(-1))).getFile();
  return [...new Uint8Array(await file.arrayBuffer())];
}"""

SCROLL = """async (path) => {
  for (let frame = 0; frame < 600; frame++) {
    const field = document.querySelector(`section.field[data-key-path="${path}"]`);
    const farthest = field || [...document.querySelectorAll("section.field")].at(-1);
    if (farthest) farthest.scrollIntoView({ block: "center", behavior: "instant" });
    await new Promise((drawn) => requestAnimationFrame(drawn));
    if (field) return;
  }
}"""
"""Fields come as the form is scrolled: until there is the one that is meant."""

# Keystroke-Level Model: Card, Moran and Newell, «The Keystroke-Level Model for User Performance Time with Interactive
# Systems», Communications of the ACM 23(7), 1980. K is that of somebody who is no skilled typist.
KEY_S, POINT_S, BUTTON_S, HOMING_S, MENTAL_S = 0.28, 1.10, 0.10, 0.40, 1.35

WAIT_MS = 60_000


@dataclass
class Editor:
    """An editor with a page of the form open; what her hands do is counted."""

    page: Page
    base: str
    content: str
    asked: list[str] = field(default_factory=list)
    keys: int = 0
    clicks: int = 0
    decisions: int = 0
    is_at_keyboard: bool = False
    homings: int = 0

    @property
    def seconds(self) -> float:
        """How long it takes by the model: keys, pointing and clicking, the way between, and making up one's mind."""
        hands = self.keys * KEY_S + self.clicks * (POINT_S + 2 * BUTTON_S) + self.homings * HOMING_S
        return hands + self.decisions * MENTAL_S

    def _at(self, *, keyboard: bool) -> None:
        self.homings += self.is_at_keyboard is not keyboard
        self.is_at_keyboard = keyboard

    def click(self, what: Locator) -> None:
        """Point at something and click."""
        self._at(keyboard=False)
        self.clicks += 1
        what.click()

    def type(self, key_path: str, text: str) -> None:
        """Decide what to write in a field, click into it, and write."""
        self.decisions += 1
        box = self.near(key_path).locator("input, textarea").first
        self.click(box)
        self._at(keyboard=True)
        self.keys += len(text)
        box.fill(text)

    def choose(self, key_path: str, label: str) -> None:
        """Decide, open a list, and click on one of its options."""
        self.decisions += 1
        self.click(self.near(key_path).get_by_role("combobox").first)
        self.click(self.page.get_by_role("option", name=label).first)

    def add(self, key_path: str) -> None:
        """Click on «Legg til» of a list."""
        self.click(self.near(key_path).locator("button", has_text="Legg til").last)

    def open_group(self, key_path: str) -> None:
        """Tick the box that opens a group of fields."""
        self.click(self.near(key_path).get_by_label("Legg til").first)

    def save(self) -> None:
        """Click on «Lagre», and see the form close."""
        self.click(self.page.get_by_role("button", name="Lagre", exact=True))
        self.page.wait_for_url(lambda address: "/entries/" not in address and not address.endswith("/new"))
        expect(self.page.get_by_role("button", name="Lagre", exact=True)).to_have_count(0)

    def field(self, key_path: str) -> Locator:
        """A field by its keys."""
        return self.page.locator(f'section.field[data-key-path="{key_path}"]')

    def near(self, key_path: str) -> Locator:
        """A field by its keys, in view; only there is it drawn. Scrolling is not counted."""
        self.page.evaluate(SCROLL, key_path)
        return self.field(key_path)

    def go(self, place: str) -> None:
        """Open a place of the form by its address; it is not counted."""
        self.page.goto(f"{self.base}#/collections/{place}")

    def file(self, path: str) -> bytes:
        """A file of the checkout, as it lies there now."""
        return bytes(self.page.evaluate(READ, f"{self.content}/{path}"))


@contextmanager
def editing(
    chromium: Browser, base: str, content: str, files: Mapping[str, str], width: int, height: int = 900
) -> Iterator[Editor]:
    """The form at an address, with a checkout of these files picked; fields that are out of view are not drawn."""
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(WAIT_MS)
    page = context.new_page()
    editor = Editor(page, base, content)
    page.on("request", lambda request: editor.asked.append(request.url))
    page.add_init_script(STAND_IN)
    page.goto(f"{base}form.css")
    page.evaluate(FILL, {f"{content}/{path}": text for path, text in files.items()})
    page.goto(base)
    page.get_by_role("button", name="Rediger på denne maskinen").click()
    page.wait_for_url("**/#/collections**")
    page.get_by_text("Aktiviteter").first.wait_for()
    yield editor
    context.close()
