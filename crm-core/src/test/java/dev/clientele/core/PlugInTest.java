package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.ExtensionClashException;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two plug-ins that know nothing of each other extend one type. */
class PlugInTest extends StoredTest {

    private static final EntityTypeBuilder<Vessel> TRACKING = Vessel.TYPE.extend("tracking");
    private static final TextField<Vessel> BEACON = TRACKING.key("beacon", 20, Trait.UNIQUE);
    private static final TypeSet TRACKING_TYPES = TypeSet.of(TRACKING.build());

    private static final EntityTypeBuilder<Vessel> INSURANCE = Vessel.TYPE.extend("insurance");
    private static final OrderedField<Vessel, Long> RISK = INSURANCE.integer("risk_class");
    private static final TypeSet INSURANCE_TYPES = TypeSet.of(INSURANCE
            .rule(vessel -> vessel.getOrDefault(RISK, 1L) > 9
                    ? List.of(new Violation("risk_class", "must be at most 9"))
                    : List.of())
            .build());

    @BeforeEach
    void alone() {
        openAlone();
    }

    private Repository<Vessel> vessels(TypeSet... plugIns) {
        return crm(settings -> {
                    for (TypeSet types : plugIns) {
                        settings.types(types);
                    }
                    return settings;
                })
                .session(ACME, Actor.user("alice"))
                .repository(Vessel.TYPE);
    }

    @Test
    void each_finds_its_fields_keys_and_rules_whichever_is_given_first() {
        for (Repository<Vessel> both :
                List.of(vessels(TRACKING_TYPES, INSURANCE_TYPES), vessels(INSURANCE_TYPES, TRACKING_TYPES))) {
            Vessel stored = both.add(Vessel.named("Aurora")
                    .with(RISK, 3L)
                    .with(BEACON, "B-" + both.all().count()));

            assertThat(both.get(stored.id())).isEqualTo(stored);
            assertThat(both.query(RISK.is(3L).and(BEACON.is(stored.require(BEACON))))
                            .count())
                    .isEqualTo(1);
            assertThatThrownBy(() -> both.add(Vessel.named("Borealis").with(BEACON, stored.require(BEACON))))
                    .isInstanceOf(DuplicateException.class);
            assertThatThrownBy(() -> both.save(stored.with(RISK, 10L))).isInstanceOf(InvalidException.class);
        }
    }

    @Test
    void a_program_with_one_of_them_keeps_what_the_other_has_stored() {
        Vessel stored = vessels(TRACKING_TYPES, INSURANCE_TYPES)
                .add(Vessel.named("Aurora").with(RISK, 3L).with(BEACON, "B-1"));

        Repository<Vessel> one = vessels(TRACKING_TYPES);
        one.save(one.get(stored.id()).with(BEACON, "B-2"));

        Vessel read = vessels(INSURANCE_TYPES, TRACKING_TYPES).get(stored.id());
        assertThat(read.get(RISK)).isEqualTo(3L);
        assertThat(read.get(BEACON)).isEqualTo("B-2");
    }

    @Test
    void each_takes_the_type_through_versions_of_its_own() {
        Id<Vessel> id = vessels(TRACKING_TYPES, INSURANCE_TYPES)
                .add(Vessel.named("Aurora").with(RISK, 3L).with(BEACON, "B-1"))
                .id();
        EntityTypeBuilder<Vessel> tracking = Vessel.TYPE.extend("tracking");
        TextField<Vessel> former = tracking.key("beacon", 20, Trait.UNIQUE, Trait.FORMER);
        TextField<Vessel> transponder = tracking.key("transponder", 20, Trait.UNIQUE);
        TypeSet later = TypeSet.of(tracking.renamed(former, transponder).build());

        Repository<Vessel> upgraded = vessels(INSURANCE_TYPES, later);
        Vessel read = upgraded.get(id);
        upgraded.save(read.with(transponder, "T-1"));

        assertThat(read.get(transponder)).isEqualTo("B-1");
        Vessel seenByOld = vessels(TRACKING_TYPES, INSURANCE_TYPES).get(id);
        assertThat(seenByOld.get(BEACON)).isEqualTo("T-1");
        Repository<Vessel> without = vessels(INSURANCE_TYPES);
        without.save(without.get(id).with(RISK, 4L));
        assertThat(vessels(later).get(id).get(transponder)).isEqualTo("T-1");
    }

    @Test
    void a_name_that_both_have_chosen_is_refused_with_the_names_of_both() {
        EntityTypeBuilder<Vessel> other = Vessel.TYPE.extend("leasing");
        other.text("risk_class", 10);
        EntityType<Vessel> leasing = other.build();

        assertThatThrownBy(() -> crm(settings -> settings.types(INSURANCE_TYPES).type(leasing)))
                .isInstanceOfSatisfying(ExtensionClashException.class, e -> {
                    assertThat(e.type()).isEqualTo("vessel");
                    assertThat(e.name()).isEqualTo("risk_class");
                    assertThat(List.of(e.firstOwner(), e.secondOwner())).containsExactly("insurance", "leasing");
                })
                .hasMessage("vessel: the field or column risk_class is declared by insurance and by leasing");
    }

    @Test
    void an_index_or_a_chain_of_versions_that_two_call_the_same_is_refused_too() {
        EntityTypeBuilder<Vessel> one = Vessel.TYPE.extend("one");
        one.index("fast", Vessel.TONNAGE);
        EntityTypeBuilder<Vessel> two = Vessel.TYPE.extend("two");
        two.index("fast", Vessel.KIND);
        EntityType<Vessel> first = one.build();
        EntityType<Vessel> second = two.build();
        EntityType<Vessel> host = Vessel.TYPE.extend().upcast(json -> json).build();
        EntityType<Vessel> again = Vessel.TYPE.extend().upcast(json -> json).build();

        assertThatThrownBy(() -> first.combine(second))
                .isInstanceOf(ExtensionClashException.class)
                .hasMessage("vessel: the index fast is declared by one and by two");
        assertThatThrownBy(() -> host.combine(again))
                .isInstanceOf(ExtensionClashException.class)
                .hasMessageContaining("host");
    }

    @Test
    void events_are_extended_by_two_as_well() {
        EventTypeBuilder<Interaction> calls = Interaction.TYPE.extend("telephony");
        OrderedField<Interaction, Long> minutes = calls.integer("minutes");
        EventTypeBuilder<Interaction> moods = Interaction.TYPE.extend("sentiment");
        OrderedField<Interaction, Long> mood = moods.integer("mood");
        CrmSession theirs = crm(settings -> settings.type(calls.build()).type(moods.build()))
                .session(ACME, Actor.user("alice"));
        Vessel vessel = theirs.repository(Vessel.TYPE).add(Vessel.named("Aurora"));

        theirs.timeline()
                .record(Interaction.of(Channel.CALL, Direction.INBOUND, NOW, vessel.id())
                        .with(minutes, 12L)
                        .with(mood, 5L));

        assertThat(theirs.timeline()
                        .all()
                        .and(minutes.is(12L))
                        .and(mood.is(5L))
                        .page(1)
                        .items())
                .hasSize(1);
    }
}
