package dev.clientele.examples.quickstart.source.foodmart;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.examples.quickstart.source.Finding;
import dev.clientele.examples.quickstart.source.PlainSql;
import dev.clientele.examples.quickstart.source.ProgressListener;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every count and total that the reader gives, against plain SQL on the source as HSQLDB itself opens it. */
class FoodMartTest {

    private static final String BOTH_YEARS =
            "(SELECT * FROM \"sales_fact_1997\" UNION ALL SELECT * FROM \"sales_fact_1998\")";

    private static PlainSql sql;
    private static FoodMart source;
    private static List<Consumer> consumers;
    private static List<FoodMartBasket> baskets;

    @BeforeAll
    static void open() throws SQLException {
        sql = PlainSql.on("foodmart");
        source = FoodMart.open(ProgressListener.none());
        consumers = all(source.consumers());
        baskets = all(source.baskets());
    }

    @AfterAll
    static void close() throws SQLException {
        source.close();
        sql.close();
    }

    private static <T> List<T> all(Stream<T> stream) {
        try (stream) {
            return stream.toList();
        }
    }

    private static List<String> tally(Function<Consumer, ?> key) {
        return consumers.stream().collect(groupingBy(key, counting())).entrySet().stream()
                .map(entry -> entry.getKey() + "|" + entry.getValue())
                .toList();
    }

    /** By key: lines, units, sales and cost. */
    private static List<String> totals(List<FoodMartBasket> baskets, Function<FoodMartBasket, Object> key) {
        Map<Object, BigDecimal[]> totals = new TreeMap<>();
        for (FoodMartBasket basket : baskets) {
            BigDecimal[] total = totals.computeIfAbsent(key.apply(basket), any ->
                    new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
            total[0] = total[0].add(BigDecimal.valueOf(basket.lines()));
            total[1] = total[1].add(BigDecimal.valueOf(basket.units()));
            total[2] = total[2].add(basket.sales());
            total[3] = total[3].add(basket.cost());
        }
        return totals.entrySet().stream()
                .map(entry -> entry.getKey() + "|"
                        + String.join(
                                "|",
                                Stream.of(entry.getValue()).map(PlainSql::text).toList()))
                .toList();
    }

    private static List<String> totalsInSql(String key, String tables) throws SQLException {
        return sql.rows("""
                SELECT %1$s, COUNT(*), SUM("unit_sales"), SUM("store_sales"), SUM("store_cost")
                FROM %2$s s, "time_by_day" t WHERE t."time_id" = s."time_id" GROUP BY %1$s ORDER BY %1$s""".formatted(key, tables));
    }

    @Test
    void every_consumer_is_there_by_id() throws SQLException {
        assertThat(consumers.stream()
                        .map(consumer -> consumer.id() + "|" + consumer.accountNumber() + "|" + consumer.firstName()
                                + "|" + consumer.lastName() + "|" + consumer.birthDate() + "|"
                                + consumer.accountOpened()))
                .hasSize(10_281)
                .containsExactlyElementsOf(sql.rows("""
                        SELECT "customer_id", "account_num", "fname", "lname", "birthdate", "date_accnt_opened"
                        FROM "customer" ORDER BY "customer_id\""""));
    }

    @Test
    void consumers_by_member_card_are_as_many_as_in_the_source() throws SQLException {
        assertThat(tally(consumer -> consumer.memberCard().text()))
                .containsExactlyInAnyOrderElementsOf(
                        sql.rows("SELECT \"member_card\", COUNT(*) FROM \"customer\" GROUP BY \"member_card\""));
    }

    @Test
    void consumers_by_city_are_as_many_as_in_the_source() throws SQLException {
        assertThat(tally(consumer -> consumer.address().country() + "|"
                        + consumer.address().state().orElseThrow() + "|"
                        + consumer.address().city()))
                .containsExactlyInAnyOrderElementsOf(sql.rows("""
                        SELECT "country", "state_province", "city", COUNT(*) FROM "customer"
                        GROUP BY "country", "state_province", "city\""""));
    }

    @Test
    void consumers_by_demographics_are_as_many_as_in_the_source() throws SQLException {
        assertThat(tally(consumer -> {
                    Demographics d = consumer.demographics();
                    return d.gender() + "|" + d.maritalStatus() + "|" + d.yearlyIncome() + "|" + d.education() + "|"
                            + d.occupation() + "|" + d.children() + "|" + d.childrenAtHome() + "|" + d.cars() + "|"
                            + (d.homeOwner() ? "Y" : "N");
                }))
                .containsExactlyInAnyOrderElementsOf(sql.rows("""
                        SELECT "gender", "marital_status", "yearly_income", "education", "occupation",
                            "total_children", "num_children_at_home", "num_cars_owned", "houseowner", COUNT(*)
                        FROM "customer" GROUP BY "gender", "marital_status", "yearly_income", "education",
                            "occupation", "total_children", "num_children_at_home", "num_cars_owned", "houseowner\""""));
    }

    @Test
    void a_consumer_has_all_that_the_source_knows() {
        Consumer first = consumers.get(0);
        assertThat(first.middleInitial()).contains("A.");
        assertThat(first.address().street()).isEqualTo("2433 Bailey Road");
        assertThat(first.address().postalCode()).contains("15057");
        assertThat(first.phones()).containsExactly("271-555-9715", "119-555-1969");
        assertThat(consumers)
                .filteredOn(consumer -> consumer.address().addition().isPresent())
                .hasSize(486);
    }

    @Test
    void baskets_come_by_day_and_no_two_share_a_reference() {
        assertThat(baskets)
                .isSortedAccordingTo(Comparator.comparing(FoodMartBasket::day)
                        .thenComparing(FoodMartBasket::consumer)
                        .thenComparing(FoodMartBasket::shop));
        assertThat(baskets.stream().map(FoodMartBasket::reference).distinct()).hasSize(54_600);
    }

    @Test
    void every_line_is_in_one_basket() throws SQLException {
        assertThat(baskets.stream().mapToLong(FoodMartBasket::lines).sum())
                .isEqualTo(251_395)
                .isEqualTo(sql.count("SELECT COUNT(*) FROM " + BOTH_YEARS));
    }

    @Test
    void a_basket_is_what_one_consumer_bought_in_one_shop_on_one_day() throws SQLException {
        assertThat(baskets).hasSize((int) sql.count("SELECT COUNT(*) FROM (SELECT 1 FROM " + BOTH_YEARS
                + " GROUP BY \"time_id\", \"customer_id\", \"store_id\")"));
    }

    @Test
    void totals_by_year_are_the_sources_exactly() throws SQLException {
        assertThat(totals(baskets, basket -> basket.day().getYear()))
                .containsExactlyElementsOf(totalsInSql("\"the_year\"", BOTH_YEARS))
                .containsExactly(
                        "1997|86837|266773|565238.13|225627.2336", "1998|164558|509987|1079147.47|432565.7289");
    }

    @Test
    void totals_by_day_are_the_sources_exactly() throws SQLException {
        assertThat(totals(baskets, FoodMartBasket::day))
                .containsExactlyElementsOf(totalsInSql("CAST(\"the_date\" AS DATE)", BOTH_YEARS));
    }

    @Test
    void totals_by_consumer_are_the_sources_exactly() throws SQLException {
        assertThat(totals(baskets, FoodMartBasket::consumer))
                .containsExactlyElementsOf(totalsInSql("\"customer_id\"", BOTH_YEARS));
    }

    @Test
    void totals_by_shop_and_by_promotion_are_the_sources_exactly() throws SQLException {
        assertThat(totals(baskets, FoodMartBasket::shop))
                .containsExactlyElementsOf(totalsInSql("\"store_id\"", BOTH_YEARS));
        assertThat(totals(baskets, FoodMartBasket::promotion))
                .containsExactlyElementsOf(totalsInSql("\"promotion_id\"", BOTH_YEARS));
    }

    @Test
    void december_1998_follows_when_asked_for() throws SQLException {
        List<FoodMartBasket> december = all(source.baskets(Set.of(SalesTable.DECEMBER_1998)));
        assertThat(december).extracting(FoodMartBasket::day).allMatch(day -> day.isAfter(LocalDate.of(1998, 11, 30)));
        assertThat(totals(december, basket -> basket.day().getYear()))
                .containsExactlyElementsOf(totalsInSql("\"the_year\"", "\"sales_fact_dec_1998\""));
        assertThat(all(source.baskets(Set.of(SalesTable.YEAR_1997, SalesTable.DECEMBER_1998))))
                .hasSize(december.size()
                        + (int) baskets.stream()
                                .filter(basket -> basket.day().getYear() == 1997)
                                .count());
    }

    @Test
    void baskets_of_no_table_are_an_error() {
        assertThatThrownBy(() -> source.baskets(Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sales must not be empty");
    }

    @Test
    void every_shop_and_promotion_is_there() throws SQLException {
        assertThat(all(source.shops()).stream().map(shop -> shop.id() + "|" + shop.name() + "|" + shop.country()))
                .containsExactlyElementsOf(sql.rows(
                        "SELECT \"store_id\", \"store_name\", \"store_country\" FROM \"store\" ORDER BY \"store_id\""));
        assertThat(all(source.promotions()).stream()
                        .map(promotion -> promotion.id() + "|" + promotion.name() + "|" + promotion.media() + "|"
                                + PlainSql.text(promotion.cost()) + "|"
                                + promotion.firstDay().map(LocalDate::toString).orElse("null")))
                .hasSize(1864)
                .containsExactlyElementsOf(sql.rows("""
                        SELECT "promotion_id", "promotion_name", "media_type", "cost", CAST("start_date" AS DATE)
                        FROM "promotion" ORDER BY "promotion_id\""""));
    }

    @Test
    void a_basket_is_bought_while_its_promotion_runs() {
        Map<Integer, Promotion> promotions = new TreeMap<>();
        all(source.promotions()).forEach(promotion -> promotions.put(promotion.id(), promotion));
        assertThat(baskets)
                .filteredOn(basket -> basket.promotion() != Promotion.NONE)
                .isNotEmpty()
                .allMatch(basket -> {
                    Promotion promotion = promotions.get(basket.promotion());
                    return !basket.day().isBefore(promotion.firstDay().orElseThrow())
                            && !basket.day().isAfter(promotion.lastDay().orElseThrow());
                });
    }

    @Test
    void findings_count_what_is_odd() {
        assertThat(source.findings()).extracting(Finding::count).containsExactly(193L, 1545L, 37L, 63L, 18325L, 28L);
    }
}
