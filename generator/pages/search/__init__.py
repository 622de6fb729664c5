"""Search: its page, and an index cut into parts of which a query loads only a few.

`records` says what can be found, `words` how text becomes words, `postings` which word stands in
which record, `parts` and `files` how that is cut into files. The other half runs in the browser, in
`assets/search/`: the words of a query choose the files to load, and MiniSearch scores what they
hold.
"""

from generator.pages.search.files import SearchIndex, index_of
from generator.pages.search.page import SCRIPTS, pages, script
from generator.pages.search.record import Record
from generator.pages.search.records import numbered, records_of_plan, records_of_site
from generator.pages.search.sections import Section, sections_of

__all__ = [
    "SCRIPTS",
    "Record",
    "SearchIndex",
    "Section",
    "index_of",
    "numbered",
    "pages",
    "records_of_plan",
    "records_of_site",
    "script",
    "sections_of",
]
