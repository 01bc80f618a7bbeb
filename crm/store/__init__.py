"""Sessions, queries, the change journal, search. With crm/models, crm/usecases the only place with SQL."""
