package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.persistence.Storage;
import dev.clientele.testing.DatabaseKind;
import dev.clientele.testing.ProcessRace;
import java.nio.file.Path;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four processes that sell to the same customers and take goods back at once. */
class PurchaseProcessTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRES"})
    void every_order_counts_once_every_refund_meets_its_purchase_and_no_till_is_refused(DatabaseKind kind)
            throws Exception {
        try (Storage storage = kind.open(folder)) {
            B2c b2c = PurchaseProgram.open(storage);

            ProcessRace.run(PurchaseProgram.class, kind.place(folder));

            List<Person> customers = PurchaseProgram.customers(b2c);
            assertThat(b2c.persons().all().count()).isEqualTo(PurchaseProgram.CUSTOMERS);
            for (Person customer : customers) {
                assertThat(b2c.purchases()
                                .history(customer.id(), CurrencyUnit.GBP)
                                .orElseThrow())
                        .as("own orders and their refunds cancel out; the common ones stay, all on one day")
                        .satisfies(history -> assertThat(history.days()).isEqualTo(1));
                assertThat(b2c.purchases().ledger(customer.id()).orElseThrow()).satisfies(ledger -> {
                    assertThat(ledger.get(PurchaseLedger.PURCHASES))
                            .isEqualTo((ProcessRace.PROCESSES + 1) * PurchaseProgram.ORDERS);
                    assertThat(ledger.get(PurchaseLedger.SPENT))
                            .isEqualTo(Money.of(CurrencyUnit.GBP, PurchaseProgram.ORDERS));
                });
                assertThat(b2c.purchases().rebuild(customer.id()))
                        .as("the ledger equals the log")
                        .isFalse();
            }
            assertThat(b2c.purchases()
                            .ledgers()
                            .get(PurchaseLedger.idOf(customers.get(0).id()))
                            .isShared())
                    .isTrue();
        }
    }
}
