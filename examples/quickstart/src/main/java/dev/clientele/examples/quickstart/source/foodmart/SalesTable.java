package dev.clientele.examples.quickstart.source.foodmart;

import java.util.Set;

/** The tables of sales, which do not overlap. */
public enum SalesTable {
    /** 86,837 lines from 1997-01-01 to 1997-12-30, in the USA only. */
    YEAR_1997("sales_fact_1997"),
    /** 164,558 lines from 1998-01-01 to 1998-11-30, in all three countries. */
    YEAR_1998("sales_fact_1998"),
    /** 18,325 lines from 1998-12-01 to 1998-12-30, which the source keeps apart. */
    DECEMBER_1998("sales_fact_dec_1998");

    /** What the source calls its sales of 1997 and 1998: 251,395 lines. */
    public static final Set<SalesTable> BOTH_YEARS = Set.of(YEAR_1997, YEAR_1998);

    private final String table;

    SalesTable(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
