package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.CardHolder;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmBuilder;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.memory.MemoryStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The cost of looking for identities, in questions to the database: nothing to who has none and is known as a person. */
class IdentityQuestionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final Storage storage = noting(Storage.class, MemoryStorage.create());
    private final CrmSession session = session(Crm.on(storage).types(B2c.types()));
    private final CrmSession withCards =
            session(Crm.on(storage).types(B2c.types()).type(CardHolder.TYPE));
    private final Person ana = B2c.in(session).persons().add(Person.named(PersonName.of("Ana")));

    /** Returns the same storage, or session, with a note of what is asked of which type. */
    private <S> S noting(Class<S> type, S target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (unused, method, arguments) -> {
                    try {
                        Object result = method.invoke(target, arguments);
                        if (arguments != null) {
                            note(method.getName(), arguments[0]);
                        }
                        return result instanceof StorageSession opened ? noting(StorageSession.class, opened) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void note(String method, Object subject) {
        if (subject instanceof Query query) {
            asked.add(query.source());
        } else if (subject instanceof LogQuery query) {
            asked.add(query.log());
        } else if (subject instanceof Aggregation aggregation) {
            asked.add(aggregation.source());
        } else if (method.startsWith("find")) {
            asked.add((String) subject);
        }
    }

    private List<String> take() {
        List<String> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }

    private static CrmSession session(CrmBuilder builder) {
        return builder.build().session(TenantId.of("acme"), Actor.user("alice"));
    }

    private static void buys(CrmSession session, Id<Person> who, String order) {
        B2c.in(session).purchases().record(Purchase.of("shop", order, who, Money.of(CurrencyUnit.GBP, 1), NOW));
    }

    @Test
    void who_comes_back_is_known_by_the_ledger() {
        buys(withCards, ana.id(), "first");
        take();

        buys(withCards, ana.id(), "second");

        assertThat(take()).containsExactlyInAnyOrder("purchase_settings", "purchase_ledger");
    }

    @Test
    void who_is_new_is_looked_for_among_merged_ones_and_identities_of_persons() {
        take();

        buys(withCards, ana.id(), "first");

        assertThat(take())
                .containsOnlyOnce("merge_step", "source_record", "card_holder")
                .containsOnly(
                        "purchase_settings", "purchase_ledger", "merge_step", "source_record", "card_holder", "person");
    }

    @Test
    void a_rebuild_asks_for_identities_once_for_each_type_that_has_them() {
        buys(session, ana.id(), "first");
        take();

        B2c.in(session).purchases().rebuild(ana.id());
        assertThat(take())
                .containsExactlyInAnyOrder(
                        "purchase_ledger",
                        "merge_step",
                        "source_record",
                        "purchase_settings",
                        "pending_refunds",
                        "purchase");

        B2c.in(withCards).purchases().rebuild(ana.id());
        assertThat(take()).contains("card_holder").hasSize(7);
    }
}
