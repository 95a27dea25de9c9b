package dev.clientele.examples.quickstart.source.foodmart;

import dev.clientele.examples.quickstart.source.Finding;
import dev.clientele.examples.quickstart.source.SourceDatabase;
import java.util.List;

/** What is odd about FoodMart: each oddity with the query that counts it. */
final class FoodMartAnomalies {

    private record FoodMartAnomaly(String what, String handling, String count) {}

    private static final String BOTH_YEARS = """
            (SELECT * FROM "sales_fact_1997" UNION ALL SELECT * FROM "sales_fact_1998")""";

    private static final List<FoodMartAnomaly> KNOWN = List.of(
            new FoodMartAnomaly("consumer whose name is another's too", "given: the id is the key", """
                    SELECT SUM(C) N FROM (SELECT COUNT(*) C FROM "customer" GROUP BY "fullname" HAVING COUNT(*) > 1)"""),
            new FoodMartAnomaly("consumer who bought nothing in 1997 and 1998", "given", """
                    SELECT COUNT(*) N FROM "customer"
                    WHERE "customer_id" NOT IN (SELECT "customer_id" FROM "sales_fact_1997")
                    AND "customer_id" NOT IN (SELECT "customer_id" FROM "sales_fact_1998")"""),
            new FoodMartAnomaly(
                    "line that repeats product, day, consumer, shop and promotion of another",
                    "counted: a sale of its own, not a copy",
                    """
                    SELECT COALESCE(SUM(C - 1), 0) N FROM (SELECT COUNT(*) C FROM %s
                    GROUP BY "product_id", "time_id", "customer_id", "store_id", "promotion_id"
                    HAVING COUNT(*) > 1)""".formatted(BOTH_YEARS)),
            new FoodMartAnomaly(
                    "day on which one consumer bought in more than one shop", "a basket for each shop", """
                    SELECT COUNT(*) N FROM (SELECT "customer_id" FROM %s
                    GROUP BY "time_id", "customer_id" HAVING COUNT(DISTINCT "store_id") > 1)""".formatted(
                                    BOTH_YEARS)),
            new FoodMartAnomaly(
                    "line of December 1998, which the source keeps out of its year 1998",
                    "given when asked for, as DECEMBER_1998",
                    "SELECT COUNT(*) N FROM \"sales_fact_dec_1998\""),
            new FoodMartAnomaly(
                    "promotion with the name, media and first day of another", "given: the id is the key", """
                    SELECT COALESCE(SUM(C), 0) N FROM (SELECT COUNT(*) C FROM "promotion"
                    GROUP BY "promotion_name", "media_type", "start_date" HAVING COUNT(*) > 1)"""));

    private FoodMartAnomalies() {}

    static List<Finding> in(SourceDatabase database) {
        return KNOWN.stream()
                .map(oddity -> new Finding(oddity.what(), database.count(oddity.count()), oddity.handling()))
                .toList();
    }
}
