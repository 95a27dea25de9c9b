package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.revenue.order.Order;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.testing.Race;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of orders that 32 record at once. */
@ParameterizedClass
@EnumSource(Store.class)
class OrderRaceTest extends StoredTest {

    OrderRaceTest(Store store) {
        super(store);
    }

    private static Order order(Account account, String number) {
        return Order.of(account.id(), eur("10"), NOW).withExternalId("shop", number);
    }

    @Test
    void an_order_that_many_report_counts_once() {
        Account globex = account("Globex");

        List<Boolean> accepted = Race.all(i -> actor(i).revenue().orders().record(order(globex, "1")));

        assertThat(accepted).filteredOn(each -> each).hasSize(1);
        assertThat(b2b.revenue().orders().history(globex.id()).orders()).hasSize(1);
        assertThat(session.timeline().forRecord(globex.id(), Channel.PURCHASE).count())
                .isEqualTo(1);
    }

    @Test
    void no_order_is_lost_that_is_recorded_beside_a_merge_of_its_account() {
        Account globex = account("Globex");
        Account twin = account("Globex Corp");

        List<Race.Outcome<Boolean>> outcomes = Race.run(i -> {
            if (i == 7) {
                actor(i).accounts().merge(globex, twin);
                return false;
            }
            return actor(i).revenue().orders().record(order(twin, "o-" + i));
        });

        assertThat(outcomes)
                .extracting(Race.Outcome::failure)
                .filteredOn(Objects::nonNull)
                .hasOnlyElementsOfType(InvalidException.class);
        assertThat(b2b.revenue().orders().history(globex.id()).orders()).hasSize((int) outcomes.stream()
                .filter(each -> Boolean.TRUE.equals(each.value()))
                .count());
    }
}
