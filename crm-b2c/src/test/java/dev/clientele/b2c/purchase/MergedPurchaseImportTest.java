package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.TwoMergedPersons;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.merge.Merges;
import java.io.StringReader;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Purchases of merged persons are their survivors', by whatever the file names them. */
class MergedPurchaseImportTest extends TwoMergedPersons {

    private static final PurchaseImport PLAN = PurchaseImport.from("shop")
            .orderId("order")
            .personFrom("customer", "shop")
            .day("date")
            .amount("total", CurrencyUnit.EUR);

    private void assertBuys(PurchaseImport plan, String customer, Person buyer) {
        String order = "o-" + customer;
        ImportReport report = plan.run(
                session, new StringReader("order,customer,date,total\n" + order + "," + customer + ",2026-01-31,5\n"));

        assertThat(report.errors()).isEmpty();
        assertThat(B2c.in(session).purchases().find("shop", order).orElseThrow().person())
                .isEqualTo(buyer.id());
    }

    @Test
    void by_id_by_key_and_by_the_id_in_a_system_the_survivor_is_found() {
        assertBuys(PLAN, "18", ana);
        assertBuys(PLAN.person("customer"), twin.id().toString(), ana);
        assertBuys(PLAN.person("customer", Person.LOYALTY_NUMBER), "L-2", ana);
    }

    @Test
    void by_an_id_in_a_further_system_that_the_survivor_did_not_take_it_is_found() {
        assertBuys(PLAN.personFrom("customer", "till"), "T-18", ana);
        assertThat(B2c.in(session).persons().findBySource("till", "T-18"))
                .contains(B2c.in(session).persons().get(ana.id()));
    }

    @Test
    void an_undo_gives_each_its_own_purchases_back() {
        new Merges(session).undo(merge);

        assertBuys(PLAN, "18", twin);
        assertBuys(PLAN.personFrom("customer", "till"), "T-18", twin);
        assertBuys(PLAN.person("customer"), twin.id().toString(), twin);
        assertBuys(PLAN.person("customer", Person.LOYALTY_NUMBER), "L-2", twin);
    }
}
