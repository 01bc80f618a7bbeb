"""What a file is, as far as its name and type say: a mail, a table, or any other."""

from bot.chat import FileRef

_OLD_TABLE = ".xls"
_TABLES = (".csv", ".tsv", ".xlsx", _OLD_TABLE)


def is_mail(file: FileRef) -> bool:
    return file.mime == "message/rfc822" or (file.name or "").casefold().endswith(".eml")


def is_table(file: FileRef) -> bool:
    return (file.name or "").casefold().endswith(_TABLES)


def is_old_table(file: FileRef) -> bool:
    """Of an Excel that wrote no .xlsx yet: nobody reads those here."""
    return (file.name or "").casefold().endswith(_OLD_TABLE)
