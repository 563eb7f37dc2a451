-- The workflow engine creates and updates its own tables, as the application, in schema public.
grant usage, create on schema public to daybook_app;
