/* Begins the form: a format for each type of file, then Sveltia CMS with the settings of this site. */
"use strict";

for (const [name, record] of Object.entries(window.formShape.roots)) {
  window.CMS.registerCustomFormat(`hefte-${name}`, "yaml", {
    fromFile: (text) => window.form.read(name, record, text),
    toFile: (content) => window.form.write(record, content),
  });
}
window.CMS.init({ config: window.formConfig });
