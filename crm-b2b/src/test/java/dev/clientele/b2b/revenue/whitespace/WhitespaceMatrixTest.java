package dev.clientele.b2b.revenue.whitespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.revenue.whitespace.ProductRecommendation.RecommendationKind;
import dev.clientele.core.entity.Id;
import dev.clientele.core.hierarchy.Hierarchy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhitespaceMatrixTest {

    private static final List<String> RANGE = List.of("BI", "CRM", "ERP");

    private final Account globex = account(1, "Globex");
    private final Account turbines = account(2, "Globex Turbines").withParent(globex);
    private final Account initech = account(3, "Initech");
    private final Account hooli = account(4, "Hooli");
    private final WhitespaceMatrix whitespace = WhitespaceMatrix.of(
            List.of(globex.id(), turbines.id(), initech.id(), hooli.id()),
            RANGE,
            List.of(
                    holding(globex, "CRM", "Sales"),
                    holding(globex, "CRM", "Service"),
                    holding(globex, "ERP", "Finance"),
                    holding(turbines, "CRM", null),
                    holding(initech, "CRM", null),
                    holding(initech, "BI", null)));

    private static Account account(int number, String name) {
        return Account.named(name).withId(Id.of(new UUID(9, number)));
    }

    private static InstalledProduct holding(Account account, String product, String department) {
        return new InstalledProduct(account.id(), product, department);
    }

    @Test
    void what_an_account_has_and_what_not_make_up_the_range() {
        assertThat(whitespace.owned(globex.id())).containsExactly("CRM", "ERP");
        assertThat(whitespace.missing(globex.id())).containsExactly("BI");
        assertThat(whitespace.missing(hooli.id())).containsExactlyElementsOf(RANGE);
        assertThat(whitespace.whitespaceCount()).isEqualTo(1 + 2 + 1 + 3);
    }

    @Test
    void departments_are_told_apart() {
        assertThat(whitespace.departments(globex.id())).containsExactly("Finance", "Sales", "Service");
        assertThat(whitespace.owned(globex.id(), "Finance")).containsExactly("ERP");
        assertThat(whitespace.missing(globex.id(), "Finance")).containsExactly("BI", "CRM");
        assertThat(whitespace.departments(initech.id())).isEmpty();
    }

    @Test
    void a_product_has_spread_to_a_share_of_the_accounts() {
        assertThat(whitespace.penetration("CRM")).isCloseTo(0.75, within(1e-12));
        assertThat(whitespace.owners("BI")).containsExactly(initech.id());
        assertThat(WhitespaceMatrix.of(List.of(), RANGE, List.of()).penetration("CRM"))
                .isZero();
    }

    @Test
    void products_are_gathered_in_families() {
        WhitespaceMatrix families = whitespace.groupedBy(Map.of("CRM", "front", "ERP", "back", "BI", "back")::get);

        assertThat(families.products()).containsExactly("back", "front");
        assertThat(families.missing(globex.id())).isEmpty();
        assertThat(families.missing(turbines.id())).containsExactly("back");
    }

    @Test
    void what_relatives_have_is_offered_first() {
        List<ProductRecommendation> candidates =
                ProductRecommender.recommend(Hierarchy.of(List.of(globex, turbines), Account.PARENT), whitespace);

        ProductRecommendation first = candidates.stream()
                .filter(candidate -> candidate.kind() == RecommendationKind.CROSS_SELL)
                .findFirst()
                .orElseThrow();
        assertThat(first)
                .isEqualTo(
                        new ProductRecommendation(turbines.id(), null, "ERP", RecommendationKind.CROSS_SELL, 1, 0.5));
        assertThat(candidates)
                .filteredOn(candidate ->
                        candidate.account().equals(globex.id()) && candidate.kind() == RecommendationKind.CROSS_SELL)
                .containsExactly(
                        new ProductRecommendation(globex.id(), null, "BI", RecommendationKind.CROSS_SELL, 0, 0.5));
    }

    @Test
    void what_one_department_has_is_offered_to_the_others() {
        List<ProductRecommendation> candidates =
                ProductRecommender.recommend(Hierarchy.of(List.of(globex), Account.PARENT), whitespace);

        assertThat(candidates)
                .filteredOn(candidate -> candidate.kind() == RecommendationKind.UP_SELL)
                .extracting(ProductRecommendation::department, ProductRecommendation::product)
                .containsExactly(tuple("Finance", "CRM"), tuple("Sales", "ERP"), tuple("Service", "ERP"));
    }

    @Test
    void a_department_where_people_are_known_is_offered_what_others_have() {
        WhitespaceMatrix known = whitespace.withDepartments(Map.of(globex.id(), List.of("Purchasing")));

        assertThat(known.departments(globex.id())).containsExactly("Finance", "Purchasing", "Sales", "Service");
        assertThat(known.missing(globex.id(), "Purchasing")).containsExactlyElementsOf(RANGE);
        assertThat(ProductRecommender.recommend(Hierarchy.of(List.of(globex), Account.PARENT), known))
                .filteredOn(candidate -> "Purchasing".equals(candidate.department()))
                .extracting(ProductRecommendation::product)
                .containsExactly("CRM", "ERP");
        assertThat(known.groupedBy(product -> "all").departments(globex.id())).hasSize(4);
    }

    @Test
    void an_account_that_has_nothing_is_like_nobody() {
        List<ProductRecommendation> candidates =
                ProductRecommender.recommend(Hierarchy.of(List.of(hooli), Account.PARENT), whitespace);

        assertThat(candidates).extracting(ProductRecommendation::product).containsExactlyElementsOf(RANGE);
        assertThat(candidates).extracting(ProductRecommendation::share).containsOnly(0.0);
    }
}
