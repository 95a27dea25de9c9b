package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.TypeSet;
import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergedException;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a merge may not do, and a vendor's types that it finds by itself. */
@ParameterizedClass
@EnumSource(Store.class)
class MergeGuardTest {

    private static final TenantId ACME = TenantId.of("acme");

    /** Deals of which those that are named so never change. */
    private static final EntityType<Opportunity> FROZEN = Opportunity.TYPE
            .extend()
            .changeRule((before, after) -> before.require(Opportunity.NAME).equals("Frozen")
                    ? List.of(new Violation("name", "never changes"))
                    : List.of())
            .build();

    private final Store store;

    @TempDir
    Path folder;

    private Storage storage;
    private final List<Change> told = new ArrayList<>();
    private final Map<String, Criteria> readable = new HashMap<>();
    private final Map<String, Criteria> writable = new HashMap<>();
    private Crm crm;
    private B2b b2b;
    private Account globex;
    private Account twin;

    MergeGuardTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        storage = store.open(folder);
        AccessPolicy policy = new AccessPolicy() {
            @Override
            public Criteria readable(Actor actor, String type) {
                return of(readable, actor, type);
            }

            @Override
            public Criteria writable(Actor actor, String type) {
                return of(writable, actor, type);
            }

            private Criteria of(Map<String, Criteria> rights, Actor actor, String type) {
                return actor.name().equals("bob") ? rights.getOrDefault(type, Criteria.always()) : Criteria.always();
            }
        };
        crm = Crm.on(storage)
                .types(B2b.types())
                .types(TypeSet.of(FROZEN, Site.TYPE, Badge.TYPE))
                .policy(policy)
                .listener("test", (tenant, change) -> told.add(change))
                .build();
        b2b = B2b.in(session("alice"));
        globex = b2b.accounts().add(Account.named("Globex"));
        twin = b2b.accounts().add(Account.named("Twin"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private CrmSession session(String user) {
        return crm.session(ACME, Actor.user(user));
    }

    private Opportunity deal(Account account, String name) {
        return b2b.deals().open(account, Pipeline.standard(), name, Money.parse("EUR 1"));
    }

    @Test
    void a_vendors_own_records_are_found_by_their_declared_references() {
        CrmSession session = session("alice");
        Site site = session.repository(Site.TYPE).add(Site.of("Leeds", twin.id(), globex.id()));
        Badge own = session.repository(Badge.TYPE).add(Badge.of(globex.id(), "gold"));
        Badge other = session.repository(Badge.TYPE).add(Badge.of(twin.id(), "blue"));

        Merge merge = b2b.accounts().merge(globex, twin);
        Site moved = session.repository(Site.TYPE).get(site.id());
        assertThat(moved.get(Site.TENANT_ACCOUNT)).isEqualTo(globex.id());
        assertThat(moved.get(Site.LANDLORD)).isEqualTo(globex.id());
        assertThat(session.repository(Badge.TYPE).all().count()).isEqualTo(1);

        assertThat(b2b.merges().undo(merge).isComplete()).isTrue();
        assertThat(session.repository(Site.TYPE).get(site.id()).get(Site.TENANT_ACCOUNT))
                .isEqualTo(twin.id());
        assertThat(session.repository(Badge.TYPE).get(own.id()).get(Badge.COLOUR))
                .isEqualTo("gold");
        assertThat(session.repository(Badge.TYPE).get(other.id()).get(Badge.COLOUR))
                .isEqualTo("blue");
    }

    @Test
    void a_vendors_own_records_can_be_merged_themselves() {
        CrmSession session = session("alice");
        Site one = session.repository(Site.TYPE).add(Site.of("Leeds", globex.id(), null));
        Site other = session.repository(Site.TYPE).add(Site.of("Leeds again", twin.id(), twin.id()));

        b2b.merges().merge(Site.TYPE, one, other, SurvivorshipRule.standard());

        Site merged = session.repository(Site.TYPE).get(one.id());
        assertThat(merged.get(Site.TENANT_ACCOUNT)).isEqualTo(globex.id());
        assertThat(merged.get(Site.LANDLORD)).isEqualTo(twin.id());
    }

    @Test
    void a_failure_midway_leaves_nothing() {
        deal(twin, "Free");
        deal(twin, "Frozen");
        b2b.accounts().add(Account.named("Below").withParent(twin));
        List<Object> before = everything();
        told.clear();

        assertThatThrownBy(() -> b2b.accounts().merge(globex, twin))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("never changes");

        assertThat(everything()).isEqualTo(before);
        assertThat(told).isEmpty();
        assertThat(b2b.merges().all().count()).isZero();
    }

    @Test
    void a_failure_after_the_undo_takes_the_undo_back() {
        Opportunity deal = deal(twin, "Free");
        Merge merge = b2b.accounts().merge(globex, twin);
        List<Object> before = everything();

        assertThatThrownBy(() -> session("alice").runInTransaction(tx -> {
                    B2b.in(tx).merges().undo(merge);
                    throw new IllegalStateException("the host");
                }))
                .hasMessage("the host");

        assertThat(everything()).isEqualTo(before);
        assertThat(b2b.deals().get(deal.id()).get(Opportunity.ACCOUNT)).isEqualTo(globex.id());
    }

    @Test
    void listeners_are_told_of_everything_that_moved() {
        Opportunity deal = deal(twin, "Free");
        told.clear();

        b2b.accounts().merge(globex, twin);

        assertThat(told).extracting(Change::type).contains("opportunity", "account", "merge", "merge_step");
        assertThat(told)
                .filteredOn(change -> change.record().equals(deal.id().value()))
                .hasSize(1);
    }

    @Test
    void who_may_not_see_or_change_one_of_them_can_not_merge() {
        B2b bob = B2b.in(session("bob"));
        readable.put("account", Account.NAME.isNot("Twin"));
        assertThatThrownBy(() -> bob.accounts().merge(globex, twin)).isInstanceOf(StaleVersionException.class);
        readable.clear();
        writable.put("account", Account.NAME.isNot("Globex"));
        assertThatThrownBy(() -> bob.accounts().merge(globex, twin)).isInstanceOf(DeniedException.class);
        writable.put("account", Account.NAME.isNot("Twin"));
        assertThatThrownBy(() -> bob.accounts().merge(globex, twin)).isInstanceOf(DeniedException.class);

        assertThat(b2b.accounts().all().count()).isEqualTo(2);
    }

    @Test
    void who_may_not_see_or_change_what_refers_to_the_duplicate_can_not_merge() {
        deal(twin, "Secret");
        B2b bob = B2b.in(session("bob"));
        readable.put("opportunity", Opportunity.NAME.isNot("Secret"));
        assertThatThrownBy(() -> bob.accounts().merge(globex, twin))
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("may not see all that refers to");
        readable.clear();
        writable.put("opportunity", Opportunity.NAME.isNot("Secret"));
        assertThatThrownBy(() -> bob.accounts().merge(globex, twin)).isInstanceOf(DeniedException.class);

        assertThat(b2b.merges().all().count()).isZero();
    }

    @Test
    void who_might_not_see_the_duplicate_can_not_bring_it_back_nor_learn_its_survivor() {
        Merge merge = b2b.accounts().merge(globex, twin);
        B2b bob = B2b.in(session("bob"));
        readable.put("account", Account.NAME.isNot("Twin"));
        assertThatThrownBy(() -> bob.merges().undo(merge)).isInstanceOf(DeniedException.class);

        readable.put("account", Account.NAME.isNot("Globex"));
        assertThat(bob.accounts().findCurrent(twin.id())).isEmpty();
        assertThatThrownBy(() -> bob.accounts().get(twin.id()))
                .isInstanceOf(ClienteleException.class)
                .isNotInstanceOf(MergedException.class);
        assertThat(b2b.merges().get(merge.id()).isUndone()).isFalse();
    }

    @Test
    void another_tenant_sees_nothing_of_it() {
        Merge merge = b2b.accounts().merge(globex, twin);
        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("alice")));

        assertThat(other.merges().all().count()).isZero();
        assertThat(other.merges().find(merge.id())).isEmpty();
        assertThat(other.merges().resolve(twin.id())).isEqualTo(twin.id());
    }

    private List<Object> everything() {
        return Documents.of(session("alice"), type -> true);
    }
}
