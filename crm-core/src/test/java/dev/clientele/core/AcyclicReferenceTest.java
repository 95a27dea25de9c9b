package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.memory.MemoryStorage;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AcyclicReferenceTest {

    /** A place in a tree, with a counter that only grows. */
    static final class Node extends Entity<Node> {
        private static final EntityTypeBuilder<Node> DECLARE = EntityType.define("node", Node::new);
        static final ReferenceField<Node, Node> PARENT = DECLARE.reference("parent", "node", Trait.ACYCLIC);
        static final OrderedField<Node, Long> COUNTER = DECLARE.integer("counter");
        static final MoneyField<Node> COST = DECLARE.money("cost");
        static final EntityType<Node> TYPE =
                DECLARE.changeRule(Node::counterOnlyGrows).build();

        private Node(EntityState<Node> state) {
            super(state);
        }

        private static List<Violation> counterOnlyGrows(Node before, Node after) {
            return after.getOrDefault(COUNTER, 0L) < before.getOrDefault(COUNTER, 0L)
                    ? List.of(new Violation("counter", "must not shrink"))
                    : List.of();
        }
    }

    private final Crm crm = Crm.on(MemoryStorage.create()).type(Node.TYPE).build();
    private final CrmSession session = crm.session(TenantId.of("acme"), Actor.user("alice"));
    private final Repository<Node> nodes = session.repository(Node.TYPE);

    private Node under(Node parent) {
        return nodes.add(Node.TYPE.newEntity().with(Node.PARENT, parent.id()));
    }

    @Test
    void a_circle_over_stored_records_is_refused() {
        Node a = nodes.add(Node.TYPE.newEntity());
        Node c = under(under(a));

        assertThatThrownBy(() -> nodes.save(a.with(Node.PARENT, c.id())))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("parent: leads back");
        assertThatThrownBy(() -> nodes.save(a.with(Node.PARENT, a.id()))).isInstanceOf(InvalidException.class);
    }

    @Test
    void a_circle_within_a_batch_of_new_records_is_refused() {
        Id<Node> one = Id.of(new UUID(1, 1));
        Id<Node> two = Id.of(new UUID(1, 2));

        assertThatThrownBy(() -> nodes.addAll(List.of(
                        Node.TYPE.newEntity().withId(one).with(Node.PARENT, two),
                        Node.TYPE.newEntity().withId(two).with(Node.PARENT, one))))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void a_move_within_the_tree_is_allowed() {
        Node a = nodes.add(Node.TYPE.newEntity());
        Node b = under(a);
        Node c = under(b);

        nodes.saveAll(List.of(a.with(Node.PARENT, b.id()), b.without(Node.PARENT), c.with(Node.PARENT, a.id())));

        assertThat(nodes.get(c.id()).get(Node.PARENT)).isEqualTo(a.id());
    }

    /** Four links of which each pair shares no record: only the checks on the way between them can notice. */
    @Test
    void two_moves_at_once_that_close_a_circle_together_do_not_both_succeed() {
        Node b = under(nodes.add(Node.TYPE.newEntity()));
        Node c = nodes.get(b.require(Node.PARENT));
        Node d = nodes.add(Node.TYPE.newEntity());
        Node a = nodes.add(Node.TYPE.newEntity());
        Node d2 = nodes.save(d.with(Node.PARENT, a.id()));

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    tx.repository(Node.TYPE).save(a.with(Node.PARENT, b.id()));
                    if (nodes.get(c.id()).find(Node.PARENT).isEmpty()) {
                        nodes.save(c.with(Node.PARENT, d2.id()));
                    }
                }))
                .isInstanceOf(InvalidException.class);
        assertThat(nodes.get(a.id()).find(Node.PARENT)).isEmpty();
    }

    @Test
    void a_rule_over_a_change_sees_the_record_before_and_after() {
        Node node = nodes.add(Node.TYPE.newEntity().with(Node.COUNTER, 3L));

        Node grown = nodes.save(node.with(Node.COUNTER, 4L));

        assertThatThrownBy(() -> nodes.save(grown.with(Node.COUNTER, 2L))).hasMessageContaining("must not shrink");
    }

    @Test
    void money_can_be_grouped_by_its_currency() {
        nodes.add(Node.TYPE.newEntity().with(Node.COST, Money.parse("EUR 2")));
        nodes.add(Node.TYPE.newEntity().with(Node.COST, Money.parse("EUR 3")));
        nodes.add(Node.TYPE.newEntity());

        List<Group> groups =
                nodes.all().aggregate(List.of(Node.COST.currency()), List.of(Measure.sum(Node.COST.name())));

        assertThat(Node.COST.currency().valueOf(groups.get(0).keys().get(0))).isEqualTo(CurrencyUnit.EUR);
        assertThat((BigDecimal) groups.get(0).values().get(0)).isEqualByComparingTo("5");
        assertThat(Node.COST.currency().valueOf(groups.get(1).keys().get(0))).isNull();
    }

    @Test
    void reads_in_a_snapshot_agree_whatever_is_committed_meanwhile() {
        nodes.add(Node.TYPE.newEntity());

        long twice = session.inSnapshot(snapshot -> {
            long before = snapshot.repository(Node.TYPE).all().count();
            nodes.add(Node.TYPE.newEntity());
            return before + snapshot.repository(Node.TYPE).all().count();
        });

        assertThat(twice).isEqualTo(2);
    }
}
