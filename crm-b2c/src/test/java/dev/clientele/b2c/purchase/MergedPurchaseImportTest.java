package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.TypeSet;
import dev.clientele.core.access.Actor;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import java.io.StringReader;
import java.nio.file.Path;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Purchases of merged persons are their survivors', by whatever the file names them. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class MergedPurchaseImportTest {

    private static final PurchaseImport PLAN = PurchaseImport.from("shop")
            .orderId("order")
            .personFrom("customer", "shop")
            .day("date")
            .amount("total", CurrencyUnit.EUR);

    private final DatabaseKind kind;

    @TempDir
    Path folder;

    private Storage storage;
    private CrmSession session;
    private Person ana;
    private Person twin;
    private Merge merge;

    MergedPurchaseImportTest(DatabaseKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void merge_two() {
        storage = kind.open(folder);
        session = Crm.on(storage)
                .types(B2c.types())
                .types(TypeSet.of(Merge.TYPE, MergeStep.TYPE))
                .build()
                .session(TenantId.of("acme"), Actor.user("alice"));
        ana = add("Ana", "17", "L-1");
        twin = add("Ana S.", "18", "L-2");
        merge = new Merges(session)
                .merge(
                        Person.TYPE,
                        ana,
                        twin,
                        SurvivorshipRule.<Person>standard().keepSurvivor(Person.EXTERNAL_IDS));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private Person add(String name, String shopId, String loyaltyNumber) {
        return B2c.in(session)
                .persons()
                .add(Person.named(PersonName.of(name))
                        .from("shop", shopId)
                        .withExternalId("till", "T-" + shopId)
                        .with(Person.LOYALTY_NUMBER, loyaltyNumber));
    }

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
