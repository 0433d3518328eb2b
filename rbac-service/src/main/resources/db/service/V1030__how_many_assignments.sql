-- At most so many assignments a context has: counted when it is not known, or when the limit seems to be reached, and one
-- more with each that is made. Deleting leaves it; so that it is never too low, only assignments may be made under it.
alter table context add column assignments_at_most bigint;
