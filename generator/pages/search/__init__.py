"""Search: its page, and an index cut into parts of which a query loads only a few.

`records` says what can be found, `words` how text becomes words, `postings` which word stands in
which record, `parts` and `files` how that is cut into files. The other half runs in the browser, in
`assets/search/`: the words of a query choose the files to load, and MiniSearch scores what they
hold.
"""

from generator.pages.search.files import Indexed, SearchIndex, index_of, indexed
from generator.pages.search.page import SCRIPTS, pages, script
from generator.pages.search.records import records_of_plan, records_of_site
from generator.pages.search.sections import Section, sections_of

__all__ = [
    "SCRIPTS",
    "Indexed",
    "SearchIndex",
    "Section",
    "index_of",
    "indexed",
    "pages",
    "records_of_plan",
    "records_of_site",
    "script",
    "sections_of",
]
