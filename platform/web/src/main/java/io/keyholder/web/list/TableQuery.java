package io.keyholder.web.list;

import io.keyholder.sql.Database;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import java.util.List;

/** Finds rows of one table, or of a query that stands for one. Its key is the column {@code id}. */
public abstract class TableQuery<T> implements Results<T> {
    private final Database database;
    private final String table;
    private final Keyset order;

    /** @param table the name by which {@link #from} calls it */
    protected TableQuery(Database database, String table, Keyset order) {
        this.database = database;
        this.table = table;
        this.order = order;
    }

    /** {@code from … where …}, to which more conditions can be appended. */
    protected abstract String from(Sql sql);

    protected abstract T read(Row row);

    /** What is selected. */
    protected String columns() {
        return table + ".*";
    }

    /** The statement for a page, made of the one that finds its rows in their order; that one itself, unless a row needs others. */
    protected String whole(String page, String order) {
        return page;
    }

    @Override
    public final List<T> page(List<String> after, int limit) {
        Sql sql = Sql.empty();
        String inOrder = order.order(table, "id");
        String page = "select " + columns() + from(sql) + order.after(table, "id", after, sql) + inOrder + " limit "
                + sql.value(limit);
        return database.list(sql.append(whole(page, inOrder)), this::read);
    }

    @Override
    public final long count() {
        Sql sql = Sql.empty();
        return database.one(sql.append("select count(*)" + from(sql)), row -> row.number("count"));
    }
}
