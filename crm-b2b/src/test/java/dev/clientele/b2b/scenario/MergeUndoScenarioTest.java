package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.stakeholder.Stakeholder;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeUndoResult;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 11, second part: two that are one, and were two after all.
 *
 * <p>Globex is stored twice, and so is Ana, who looks after money at both and is the one to talk to at the second. Each account
 * has deals, the second a subsidiary and a call on its timeline as well. Put together they are one company with everything of
 * both: no role twice, one person to talk to first, no deal and no call lost. Then it turns out that they are two companies; one
 * call takes it all back, and every record is what it was before.
 */
@ParameterizedClass
@EnumSource(Store.class)
class MergeUndoScenarioTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    private Account globex;
    private Account twin;
    private Account below;
    private Contact ana;
    private Contact anaAgain;
    private Contact bo;
    private Opportunity turbines;
    private Opportunity pumps;

    MergeUndoScenarioTest(Store store) {
        super(store);
    }

    @BeforeEach
    void everything_twice() {
        globex = b2b.accounts().add(Account.named("Globex").with(Account.INDUSTRY, "energy"));
        twin = b2b.accounts().add(Account.named("Globex Corp.").with(Account.DOMAIN, "globex.example"));
        below = b2b.accounts().add(Account.named("Globex North").withParent(twin));
        ana = b2b.contacts().add(Contact.named("Ana Silva"));
        anaAgain = b2b.contacts().add(Contact.named("A. Silva"));
        bo = b2b.contacts().add(Contact.named("Bo Berg"));

        b2b.contacts().assign(ana, globex, ContactRole.FINANCE);
        b2b.contacts().assign(ana, twin, ContactRole.FINANCE);
        b2b.contacts().makePrimary(b2b.contacts().assign(bo, globex, ContactRole.TECHNICAL));
        b2b.contacts().makePrimary(b2b.contacts().assign(anaAgain, twin, ContactRole.FINANCE));

        turbines = b2b.deals().open(globex, Pipeline.standard(), "Turbines", eur("1200000"));
        pumps = b2b.deals().win(b2b.deals().open(twin, Pipeline.standard(), "Pumps", eur("300000")));
        b2b.deals().stakeholders().assign(turbines, ana, BuyingRole.ECONOMIC_BUYER);
        b2b.deals().stakeholders().assign(turbines, anaAgain, BuyingRole.ECONOMIC_BUYER);
        b2b.deals().stakeholders().assign(pumps, anaAgain, BuyingRole.CHAMPION);
        session.timeline().record(Interaction.of(Channel.CALL, Direction.INBOUND, NOW, twin.id()));
    }

    /** Every record with every field, by id. */
    private Map<String, Object> everything() {
        Map<String, Object> all = new TreeMap<>();
        read(b2b.accounts(), all);
        read(b2b.contacts(), all);
        read(b2b.contacts().relations(), all);
        read(b2b.deals(), all);
        read(b2b.deals().stakeholders(), all);
        read(b2b.deals().pipelines(), all);
        return all;
    }

    private static <T extends Entity<T>> void read(Repository<T> records, Map<String, Object> into) {
        try (Stream<T> all = records.all().stream()) {
            all.forEach(
                    record -> into.put(record.id().toString(), records.type().toJson(record)));
        }
    }

    @Test
    void two_accounts_become_one_with_everything_of_both() {
        b2b.accounts().merge(globex, twin);

        assertThat(b2b.accounts().all().count()).isEqualTo(2);
        Account merged = b2b.accounts().get(globex.id());
        assertThat(merged.get(Account.INDUSTRY)).isEqualTo("energy");
        assertThat(merged.get(Account.DOMAIN)).isEqualTo("globex.example");
        assertThat(b2b.accounts().subsidiaries(globex.id()).page(10).items())
                .extracting(Account::id)
                .containsExactly(below.id());
        assertThat(b2b.deals()
                        .findByAccount(globex.id())
                        .sum(Opportunity.AMOUNT)
                        .amountIn(CurrencyUnit.EUR))
                .isEqualTo(eur("1500000"));
        assertThat(b2b.deals().get(pumps.id()).visits()).isEqualTo(pumps.visits());
        assertThat(b2b.accounts().timeline(globex.id()).count()).isEqualTo(1);
        assertThat(b2b.accounts().findCurrent(twin.id())).contains(merged);
    }

    @Test
    void no_role_is_there_twice_and_one_person_stays_the_first_to_talk_to() {
        b2b.accounts().merge(globex, twin);

        assertThat(b2b.contacts().findByAccount(globex.id(), TODAY))
                .extracting(relation -> relation.contact() + " " + relation.role())
                .containsExactlyInAnyOrder(ana.id() + " finance", bo.id() + " technical", anaAgain.id() + " finance");
        assertThat(b2b.contacts().findByAccount(globex.id(), TODAY))
                .filteredOn(AccountContact::isPrimary)
                .hasSize(1);
        assertThat(b2b.contacts().findPrimary(globex.id(), TODAY)).contains(bo);

        b2b.contacts().merge(ana, anaAgain);

        assertThat(b2b.contacts().findByAccount(globex.id(), TODAY)).hasSize(2);
        assertThat(b2b.deals().stakeholders().findByDeal(turbines.id()))
                .extracting(Stakeholder::contact)
                .containsExactly(ana.id());
        assertThat(b2b.deals().stakeholders().findByContact(ana.id())).hasSize(2);
    }

    @Test
    void an_undo_makes_every_record_what_it_was() {
        Map<String, Object> before = everything();
        Merge accounts = b2b.accounts().merge(globex, twin);
        Merge contacts = b2b.contacts().merge(ana, anaAgain);
        assertThat(everything()).isNotEqualTo(before);

        MergeUndoResult first = b2b.merges().undo(contacts);
        MergeUndoResult second = b2b.merges().undo(accounts);

        assertThat(first.isComplete()).as(first.conflicts().toString()).isTrue();
        assertThat(second.isComplete()).as(second.conflicts().toString()).isTrue();
        assertThat(everything()).isEqualTo(before);
        assertThat(session.timeline().forRecord(twin.id()).count()).isEqualTo(1);
        assertThatThrownBy(() -> b2b.merges().undo(accounts)).isInstanceOf(InvalidException.class);
    }

    @Test
    void what_happened_in_between_stays() {
        Merge merge = b2b.accounts().merge(globex, twin);
        b2b.deals().advance(turbines, "Propose");
        b2b.deals().open(b2b.accounts().get(globex.id()), Pipeline.standard(), "Valves", eur("5000"));

        b2b.merges().undo(merge);

        assertThat(b2b.deals().get(turbines.id()).stage()).isEqualTo("propose");
        assertThat(b2b.deals().findByAccount(globex.id()).count()).isEqualTo(2);
        assertThat(b2b.deals().findByAccount(twin.id()).page(10).items())
                .extracting(Opportunity::id)
                .containsExactly(pumps.id());
    }
}
