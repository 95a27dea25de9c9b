package dev.clientele.examples.benchmarks.selling;

/** The rival's statements, as a developer who knows the tables and PostgreSQL would write them. */
final class SqlStatements {

    private static final String DEALS = "\"crm_opportunity\" d";

    private SqlStatements() {}

    /** Won deals by what they refer to, each with all below it, found by walking the tree from the top. */
    static String rollUp(String table, String parent, String reference) {
        return """
                with recursive tree(top, node) as (
                  select id::text, id::text from "%1$s" where tenant = ?
                  union all
                  select tree.top, below.id::text
                    from tree join "%1$s" below on below.%2$s = tree.node and below.tenant = ?
                ), own as (
                  select %3$s as node, amount_currency as currency, count(*) as deals, sum(amount) as amount
                    from "crm_opportunity" where tenant = ? and kind = 'WON' group by 1, 2
                )
                select tree.top, own.currency, sum(own.deals) filter (where own.node = tree.top),
                       sum(own.amount) filter (where own.node = tree.top), sum(own.deals), sum(own.amount)
                  from tree join own on own.node = tree.node group by 1, 2
                """.formatted(table, parent, reference);
    }

    /** What closes in some days by owner and category. Found first, since the planner else looks deals up rate by rate. */
    static String quarter(String rates) {
        return """
                with d as materialized (
                  select owner, category, close_date, amount, amount_currency, probability from "crm_opportunity"
                   where tenant = ? and close_date >= ? and close_date < ? and category <> 'OMITTED'
                )
                select d.owner, d.category, count(*), sum(d.amount * r.factor), sum(d.amount * d.probability * r.factor)
                  from d join %s r on r.currency = d.amount_currency and r.day = d.close_date
                 group by 1, 2
                """.formatted(rates);
    }

    /** What closes in some days by month and category. */
    static final String YEAR = """
            select date_trunc('month', d.close_date)::date, d.category, count(*), sum(d.amount * r.factor),
                   sum(d.amount * d.probability * r.factor)
              from "crm_opportunity" d
              join rate_monthly r on r.currency = d.amount_currency and r.day = d.close_date
             where d.tenant = ? and d.close_date >= ? and d.close_date < ? and d.category <> 'OMITTED'
             group by 1, 2
            """;

    static final String FUNNEL = "select kind, stage, furthest_stage, closed_from, count(*) from " + DEALS
            + " where tenant = ? and pipeline = ? group by 1, 2, 3, 4";

    static final String MONTHS =
            "select date_trunc('month', d.close_date)::date, d.kind, count(*), sum(d.amount * r.factor), avg(d.cycle_days)"
                    + " from " + DEALS
                    + " join rate_monthly r on r.currency = d.amount_currency and r.day = d.close_date"
                    + " where d.tenant = ? and d.kind in ('WON', 'LOST') group by 1, 2";

    static final String OWNERS = "select owner, count(*) filter (where kind = 'OPEN'),"
            + " count(*) filter (where kind = 'WON'), count(*) filter (where kind = 'LOST') from " + DEALS
            + " where tenant = ? group by 1";
}
