"""Everything of a block, row by row in constant memory, for other programs: CSV, JSON lines, Excel, vCard.

Whoever runs the bot exports all workspaces; a member what they may see.
"""

from crm.store.exporting.formats import FORMATS, Format, export, write_export
from crm.store.exporting.scope import Scope
from crm.store.exporting.sheets import WHATS, What

__all__ = ["FORMATS", "WHATS", "Format", "Scope", "What", "export", "write_export"]
