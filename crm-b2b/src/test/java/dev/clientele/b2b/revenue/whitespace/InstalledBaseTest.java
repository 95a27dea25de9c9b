package dev.clientele.b2b.revenue.whitespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.catalog.LineItem;
import dev.clientele.b2b.catalog.Product;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.revenue.contract.Contract;
import dev.clientele.b2b.revenue.order.Order;
import dev.clientele.core.access.Actor;
import dev.clientele.persistence.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class InstalledBaseTest extends StoredTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 10);

    InstalledBaseTest(Store store) {
        super(store);
    }

    private void contract(Account account, String product, String department, LocalDate start) {
        b2b.revenue()
                .contracts()
                .add(Contract.of(account.id(), "Contract", eur("10"), start, 12)
                        .with(Contract.PRODUCT, product)
                        .with(Contract.DEPARTMENT, department));
    }

    @Test
    void what_runs_on_the_day_is_held() {
        Account globex = account("Globex");
        contract(globex, "CRM", "Sales", DAY.minusMonths(3));
        contract(globex, "ERP", null, DAY.minusMonths(12));
        contract(globex, "BI", null, DAY.plusDays(1));
        b2b.revenue().contracts().add(Contract.of(globex.id(), "No product", eur("10"), DAY, 12));

        assertThat(b2b.revenue().installedBase().findUnderContract(DAY))
                .containsExactly(new InstalledProduct(globex.id(), "CRM", "Sales"));
        assertThat(b2b.revenue().installedBase().findUnderContract(DAY.minusDays(1)))
                .hasSize(2);
    }

    @Test
    void what_was_ordered_is_held_unless_it_was_given_back() {
        Account globex = account("Globex");
        b2b.revenue()
                .orders()
                .record(Order.of(globex.id(), eur("10"), NOW)
                        .with(Order.PRODUCTS, Set.of("BOLT", "NUT"))
                        .with(Order.DEPARTMENT, "Works")
                        .withExternalId("shop", "1"));
        b2b.revenue()
                .orders()
                .record(Order.of(globex.id(), eur("-5"), NOW)
                        .with(Order.PRODUCTS, Set.of("SCREW"))
                        .withExternalId("shop", "2"));
        b2b.revenue().orders().record(Order.of(globex.id(), eur("10"), NOW).withExternalId("shop", "3"));

        assertThat(b2b.revenue().installedBase().findOrdered(NOW, NOW.plus(Duration.ofDays(1))))
                .containsExactlyInAnyOrder(
                        new InstalledProduct(globex.id(), "BOLT", "Works"),
                        new InstalledProduct(globex.id(), "NUT", "Works"));
        assertThat(b2b.revenue().installedBase().findOrdered(NOW.minus(Duration.ofDays(1)), NOW))
                .isEmpty();
    }

    @Test
    void what_won_deals_consist_of_is_held() {
        Product crmSuite = b2b.catalog().products().add(Product.of("CRM", "CRM suite"));
        Account globex = account("Globex");
        Opportunity won = b2b.deals()
                .open(
                        Opportunity.of(globex, "Suite")
                                .withLines(List.of(LineItem.of(1, crmSuite, BigDecimal.ONE, eur("100")))),
                        Pipeline.standard());
        b2b.deals().win(won, DAY);
        b2b.deals()
                .open(
                        Opportunity.of(account("Initech"), "Suite")
                                .withLines(List.of(LineItem.of(1, crmSuite, BigDecimal.ONE, eur("100")))),
                        Pipeline.standard());

        assertThat(b2b.revenue().installedBase().findWon(DAY, DAY.plusDays(1)))
                .containsExactly(new InstalledProduct(globex.id(), "CRM", null));
        assertThat(b2b.revenue().installedBase().findWon(DAY.plusDays(1), DAY.plusDays(2)))
                .isEmpty();
    }

    @Test
    void the_range_and_its_families_are_those_of_the_stored_products() {
        b2b.catalog().products().add(Product.of("CRM", "CRM suite").with(Product.FAMILY, "front"));
        b2b.catalog().products().add(Product.of("BI", "Reports").with(Product.FAMILY, "back"));
        b2b.catalog()
                .products()
                .add(Product.of("OLD", "Old suite")
                        .with(Product.FAMILY, "front")
                        .retire());
        Account globex = account("Globex");
        contract(globex, "OLD", null, DAY);

        WhitespaceMatrix whitespace = b2b.revenue()
                .installedBase()
                .whitespace(DAY, b2b.revenue().installedBase().activeProductCodes());

        assertThat(whitespace.missing(globex.id())).containsExactly("BI", "CRM");
        assertThat(whitespace
                        .groupedBy(b2b.revenue().installedBase().familyByCode())
                        .missing(globex.id()))
                .containsExactly("back");
    }

    @Test
    void a_family_is_offered_what_its_members_have() {
        Account globex = account("Globex");
        Account turbines = b2b.accounts().add(Account.named("Globex Turbines").withParent(globex));
        contract(globex, "CRM", "Sales", DAY);
        contract(globex, "ERP", "Finance", DAY);
        contract(turbines, "CRM", null, DAY);
        contract(account("Initech"), "CRM", null, DAY);

        List<ProductRecommendation> candidates =
                b2b.revenue().installedBase().recommend(globex.id(), DAY, List.of("CRM", "ERP", "BI"));

        assertThat(candidates)
                .contains(new ProductRecommendation(
                        turbines.id(), null, "ERP", ProductRecommendation.RecommendationKind.CROSS_SELL, 1, 0.5))
                .contains(new ProductRecommendation(
                        globex.id(), "Finance", "CRM", ProductRecommendation.RecommendationKind.UP_SELL, 1, 1.0))
                .allMatch(candidate -> !candidate.product().equals("BI") || candidate.relatedAccounts() == 0);
    }

    @Test
    void a_department_of_which_only_people_are_known_is_offered_what_the_account_has() {
        Account globex = account("Globex");
        contract(globex, "CRM", "Sales", DAY);
        Contact ana = b2b.contacts().add(Contact.named("Ana Silva"));
        b2b.contacts()
                .relations()
                .add(AccountContact.of(ana.id(), globex.id(), ContactRole.FINANCE)
                        .withDepartment("Finance"));

        assertThat(b2b.revenue().installedBase().recommend(globex.id(), DAY, List.of("CRM")))
                .containsExactly(new ProductRecommendation(
                        globex.id(), "Finance", "CRM", ProductRecommendation.RecommendationKind.UP_SELL, 0, 0));
    }

    @Test
    void another_tenant_holds_nothing() {
        contract(account("Globex"), "CRM", null, DAY);

        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));

        assertThat(other.revenue().installedBase().findUnderContract(DAY)).isEmpty();
        assertThat(other.revenue()
                        .installedBase()
                        .whitespace(DAY, List.of("CRM"))
                        .accounts())
                .isEmpty();
    }
}
