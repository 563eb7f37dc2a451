-- Times nearly rise with the position, so a few summaries find the rows of a period.
create index activity_by_time on read.activity using brin (occurred_at) with (autosummarize = on);
