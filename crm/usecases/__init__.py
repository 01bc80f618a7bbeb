"""One verb a file. Each takes a Work and an Access, changes rows, never commits, and refuses with crm.errors."""
