package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 12, inside a host transaction that fails; and a neighbour who sees nothing.
 *
 * <p>A host application sells something and, in its own database transaction, tells us: an account, a contact, a deal that is
 * won, a call on the timeline. Then its own part goes wrong and it rolls back. There must be no row of ours, no change in the
 * log, and nobody may have been told; and when it tries again and commits, everything is there and told once. All the while a
 * second tenant on the same database sees nothing of it, by whatever door.
 */
@ParameterizedClass
@EnumSource(Store.class)
class FailingHostScenarioTest extends StoredTest {

    private final List<Change> told = new CopyOnWriteArrayList<>();
    private final Store store;
    private Crm listening;
    private CrmSession mine;

    FailingHostScenarioTest(Store store) {
        super(store);
        this.store = store;
    }

    @BeforeEach
    void somebody_listens() {
        listening = Crm.on(storage)
                .types(B2b.types())
                .clock(clock)
                .listener("newsletter", (tenant, change) -> told.add(change))
                .build();
        mine = listening.session(TenantId.of("acme"), Actor.user("alice"));
    }

    /** Everything that a sale comes to. */
    private static Opportunity sell(CrmSession within) {
        B2b b2b = B2b.in(within);
        Account globex = b2b.accounts().add(Account.named("Globex"));
        Contact ana = b2b.contacts().add(Contact.named("Ana Silva"));
        b2b.contacts().assign(ana, globex, ContactRole.FINANCE);
        Opportunity deal = b2b.deals().open(globex, Pipeline.standard(), "Turbines", eur("1200000"));
        b2b.deals().stakeholders().assign(deal, ana, BuyingRole.ECONOMIC_BUYER);
        within.timeline().record(Interaction.of(Channel.CALL, Direction.INBOUND, NOW, deal.id()));
        return b2b.deals().win(deal);
    }

    private static void nothing_is_there(CrmSession session) {
        B2b b2b = B2b.in(session);
        assertThat(b2b.accounts().all().count()).isZero();
        assertThat(b2b.contacts().all().count()).isZero();
        assertThat(b2b.contacts().relations().all().count()).isZero();
        assertThat(b2b.deals().pipelines().all().count()).isZero();
        assertThat(b2b.deals().all().count()).isZero();
        assertThat(b2b.deals().stakeholders().all().count()).isZero();
        assertThat(session.timeline().all().count()).isZero();
        assertThat(session.changes().after(Position.START, 100)).isEmpty();
        assertThat(b2b.insight()
                        .forecast()
                        .closingIn(ForecastPeriod.ofYear(2027))
                        .in(CurrencyUnit.EUR)
                        .deals())
                .isZero();
        assertThat(b2b.insight()
                        .analytics()
                        .winLoss(LocalDate.of(2027, 12, 31), CurrencyUnit.EUR, ExchangeRates.none())
                        .won())
                .isZero();
    }

    @Test
    void a_host_that_rolls_back_leaves_no_rows_and_no_events() throws SQLException {
        try (DatabaseKind.Host host = store.begin(storage, folder)) {
            Opportunity deal = sell(mine.withHostTransaction(host.transaction()));
            assertThat(B2b.in(mine.withHostTransaction(host.transaction()))
                            .deals()
                            .get(deal.id()))
                    .isEqualTo(deal);
        } // without a commit

        nothing_is_there(mine);
        listening.deliverChanges(mine.tenant());
        assertThat(told).isEmpty();
    }

    @Test
    void a_host_that_tries_again_and_commits_has_everything_told_once() throws SQLException {
        try (DatabaseKind.Host host = store.begin(storage, folder)) {
            sell(mine.withHostTransaction(host.transaction()));
        }
        try (DatabaseKind.Host host = store.begin(storage, folder)) {
            sell(mine.withHostTransaction(host.transaction()));
            assertThat(told).isEmpty();
            host.commit();
        }
        listening.deliverChanges(mine.tenant());
        listening.deliverChanges(mine.tenant());

        assertThat(B2b.in(mine).deals().all().count()).isEqualTo(1);
        assertThat(told).isEqualTo(mine.changes().after(Position.START, 100)).isNotEmpty();
        assertThat(told).extracting(Change::key).doesNotHaveDuplicates();
    }

    @Test
    void a_failing_step_of_the_library_s_own_transaction_leaves_nothing_either() {
        assertThatThrownBy(() -> mine.runInTransaction(tx -> {
                    Opportunity won = sell(tx);
                    B2b.in(tx).deals().lose(B2b.in(tx).deals().reopen(won), " ");
                }))
                .isInstanceOf(InvalidException.class);

        nothing_is_there(mine);
        listening.deliverChanges(mine.tenant());
        assertThat(told).isEmpty();
    }

    @Test
    void a_second_tenant_sees_nothing() {
        Opportunity deal = mine.inTransaction(FailingHostScenarioTest::sell);
        CrmSession neighbour = listening.session(TenantId.of("other"), Actor.user("alice"));
        B2b theirs = B2b.in(neighbour);

        nothing_is_there(neighbour);
        assertThat(theirs.deals().find(deal.id())).isEmpty();
        assertThat(theirs.deals().history(deal.id())).isEmpty();
        assertThat(neighbour.changes().historyOf(deal.id().value())).isEmpty();
        assertThat(neighbour.timeline().forRecord(deal.id()).count()).isZero();
        assertThatThrownBy(() -> theirs.deals().get(deal.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> theirs.deals().reopen(deal)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> theirs.accounts()
                        .add(Account.named("Impostor").with(Account.PARENT, deal.require(Opportunity.ACCOUNT))))
                .isInstanceOf(InvalidException.class);
        assertThat(B2b.in(mine).deals().get(deal.id())).isEqualTo(deal);
    }
}
