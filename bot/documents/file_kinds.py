"""What a file is, as far as its name and type say: a mail, a table, or any other."""

from bot.chat import FileRef

_TABLES = (".csv", ".tsv", ".xlsx", ".xls")


def is_mail(file: FileRef) -> bool:
    return file.mime == "message/rfc822" or (file.name or "").casefold().endswith(".eml")


def is_table(file: FileRef) -> bool:
    return (file.name or "").casefold().endswith(_TABLES)
