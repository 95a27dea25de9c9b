package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** For each thing that can go wrong one type of error, and nothing stored. */
class TypedErrorTest extends StoredTest {

    private final Id<Vessel> nowhere = Id.of(UUID.fromString("00000000-0000-7000-8000-000000000000"));

    @Test
    void a_bad_value_is_invalid_with_its_field_and_without_the_value() {
        assertThatThrownBy(() -> Vessel.named("Aurora").with(Vessel.IMO, "90747299999"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .containsExactly(new Violation(
                                                "imo",
                                                ViolationCode.TOO_LONG,
                                                "must have at most 10 code points, got 11")
                                        .with("max", 10)
                                        .with("got", 11)))
                .message()
                .doesNotContain("90747299999");
    }

    @Test
    void every_rule_that_a_record_breaks_is_told_at_once() {
        OrderedField<Vessel, Long> foreign = Vessel.TYPE.extend().integer("crew");
        InvalidException e = invalid(() ->
                vessels.add(Vessel.TYPE.newEntity().with(Vessel.TONNAGE, 1L).with(foreign, 9L)));

        assertThat(e.violations())
                .containsExactlyInAnyOrder(
                        new Violation("crew", ViolationCode.UNKNOWN_FIELD, "is not a field of vessel"),
                        new Violation("name", ViolationCode.REQUIRED, "is required"));
        assertThat(e.type()).isEqualTo("vessel");
    }

    @Test
    void a_rule_over_the_whole_record_is_told_like_any_other() {
        Vessel tooLarge =
                Vessel.named("Aurora").with(Vessel.KIND, Vessel.Kind.FERRY).with(Vessel.TONNAGE, 60_000L);

        assertThat(invalid(() -> vessels.add(tooLarge)).violations())
                .containsExactly(new Violation("tonnage", "a ferry has at most 50000 tons"));
        assertThat(vessels.type().validate(tooLarge)).hasSize(1);
    }

    @Test
    void a_field_that_the_type_does_not_declare_is_invalid() {
        OrderedField<Vessel, Long> crew = Vessel.TYPE.extend().integer("crew");

        assertThat(invalid(() -> vessels.add(Vessel.named("Aurora").with(crew, 21L)))
                        .violations())
                .containsExactly(new Violation("crew", ViolationCode.UNKNOWN_FIELD, "is not a field of vessel"));
    }

    @Test
    void a_field_of_equal_name_but_another_declaration_is_invalid() {
        OrderedField<Vessel, Long> lookalike =
                EntityType.<Vessel>define("vessel", state -> null).integer("name");

        assertThat(invalid(() -> vessels.add(Vessel.TYPE.newEntity().with(lookalike, 4L)))
                        .violations())
                .contains(new Violation(
                        "name", ViolationCode.UNKNOWN_FIELD, "is another field than the one that vessel declares"));
    }

    @Test
    void reading_with_a_field_of_equal_name_but_another_declaration_is_refused() {
        OrderedField<Vessel, Long> lookalike =
                EntityType.<Vessel>define("vessel", state -> null).integer("name");

        assertThatThrownBy(() -> Vessel.named("Aurora").get(lookalike))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another field named name");
    }

    @Test
    void a_criteria_on_an_unknown_field_is_a_wrong_argument() {
        assertThatThrownBy(() -> vessels.query(Criteria.equal("colour", "red")).count())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("declares no field 'colour'");
    }

    @Test
    void a_stale_version_names_the_record() {
        Vessel first = vessels.add(Vessel.named("Aurora"));
        vessels.save(first.with(Vessel.TONNAGE, 1L));

        StaleVersionException e =
                catchThrowableOfType(StaleVersionException.class, () -> vessels.save(first.with(Vessel.TONNAGE, 2L)));

        assertThat(e.ids()).containsExactly(first.id().value());
        assertThat(vessels.get(first.id()).get(Vessel.TONNAGE)).isEqualTo(1L);
    }

    @Test
    void saving_what_was_removed_is_stale() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        vessels.remove(vessel);

        assertThatThrownBy(() -> vessels.save(vessel.with(Vessel.TONNAGE, 2L)))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void removing_what_somebody_else_changed_is_stale() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        vessels.save(vessel.with(Vessel.TONNAGE, 2L));

        assertThatThrownBy(() -> vessels.remove(vessel)).isInstanceOf(StaleVersionException.class);
        assertThat(vessels.find(vessel.id())).isPresent();
    }

    @Test
    void adding_with_an_id_in_use_is_stale() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));

        StaleVersionException e = catchThrowableOfType(
                StaleVersionException.class,
                () -> vessels.add(Vessel.named("Other").withId(vessel.id())));

        assertThat(e.ids()).containsExactly(vessel.id().value());
    }

    @Test
    void a_duplicate_key_is_told_by_name_and_not_by_value() {
        vessels.add(Vessel.named("Aurora").with(Vessel.IMO, "9074729"));

        assertThatThrownBy(() -> vessels.add(Vessel.named("Borealis").with(Vessel.IMO, "9074729")))
                .isInstanceOfSatisfying(DuplicateException.class, e -> {
                    assertThat(e.type()).isEqualTo("vessel");
                    assertThat(e.key()).isEqualTo("imo");
                })
                .message()
                .doesNotContain("9074729");
    }

    @Test
    void a_duplicate_within_one_batch_stores_none_of_it() {
        List<Vessel> batch = List.of(
                Vessel.named("a").with(Vessel.IMO, "1"),
                Vessel.named("b"),
                Vessel.named("c").with(Vessel.IMO, "1"));

        assertThatThrownBy(() -> vessels.addAll(batch)).isInstanceOf(DuplicateException.class);
        assertThat(vessels.all().count()).isZero();
    }

    @Test
    void a_key_of_two_fields_binds_them_together() {
        Id<Vessel> aurora = vessels.add(Vessel.named("Aurora")).id();
        Id<Vessel> borealis = vessels.add(Vessel.named("Borealis")).id();
        voyages.add(Voyage.of(aurora, 1));
        voyages.add(Voyage.of(borealis, 1));

        assertThatThrownBy(() -> voyages.add(Voyage.of(aurora, 1)))
                .isInstanceOfSatisfying(
                        DuplicateException.class, e -> assertThat(e.key()).isEqualTo("vessel_and_number"));
    }

    @Test
    void the_same_key_in_another_tenant_is_no_duplicate() {
        vessels.add(Vessel.named("Aurora").with(Vessel.IMO, "9074729"));
        CrmSession other = crm.session(TenantId.of("globex"), Actor.user("bob"));

        Vessel stored =
                other.repository(Vessel.TYPE).add(Vessel.named("Borealis").with(Vessel.IMO, "9074729"));

        assertThat(stored.version()).isEqualTo(1);
    }

    @Test
    void another_tenants_id_is_not_found() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        var others = crm.session(TenantId.of("globex"), Actor.user("bob")).repository(Vessel.TYPE);

        assertThatThrownBy(() -> others.get(vessel.id()))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        e -> assertThat(e.id()).isEqualTo(vessel.id().value()));
        assertThat(others.findAll(Set.of(vessel.id()))).isEmpty();
        assertThat(others.history(vessel.id())).isEmpty();
        assertThatThrownBy(() -> others.save(vessel.with(Vessel.TONNAGE, 1L)))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> others.remove(vessel)).isInstanceOf(StaleVersionException.class);
        assertThat(vessels.get(vessel.id())).isEqualTo(vessel);
    }

    @Test
    void a_reference_to_what_is_not_there_is_invalid() {
        InvalidException e = invalid(() -> voyages.add(Voyage.of(nowhere, 1)));

        assertThat(e.violations())
                .containsExactly(
                        new Violation("vessel", ViolationCode.NO_SUCH_RECORD, "refers to a vessel that isn't there")
                                .with("type", "vessel"));
    }

    @Test
    void a_reference_into_another_tenant_is_invalid() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        var others = crm.session(TenantId.of("globex"), Actor.user("bob")).repository(Voyage.TYPE);

        assertThat(invalid(() -> others.add(Voyage.of(vessel.id(), 1))).violations())
                .containsExactly(
                        new Violation("vessel", ViolationCode.NO_SUCH_RECORD, "refers to a vessel that isn't there")
                                .with("type", "vessel"));
    }

    @Test
    void what_is_referred_to_can_not_be_removed() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        Voyage voyage = voyages.add(Voyage.of(vessel.id(), 1));

        assertThat(invalid(() -> vessels.remove(vessel)).violations())
                .containsExactly(new Violation("", ViolationCode.REFERRED_TO, "is referred to by voyage.vessel")
                        .with("by", "voyage.vessel"));

        voyages.remove(voyage);
        vessels.remove(vessel);
        assertThat(vessels.find(vessel.id())).isEmpty();
    }

    @Test
    void a_record_that_only_refers_to_itself_can_be_removed() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        Vessel narcissus = vessels.save(vessel.with(Vessel.SISTER, vessel.id()));

        vessels.remove(narcissus);

        assertThat(vessels.find(vessel.id())).isEmpty();
    }

    @Test
    void adding_what_is_stored_or_saving_what_is_not_is_a_wrong_argument() {
        Vessel stored = vessels.add(Vessel.named("Aurora"));

        assertThatThrownBy(() -> vessels.add(stored)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vessels.save(Vessel.named("Borealis").withId(nowhere)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vessels.remove(Vessel.named("Borealis").withId(nowhere)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_record_twice_in_one_batch_is_a_wrong_argument() {
        Vessel stored = vessels.add(Vessel.named("Aurora"));
        List<Vessel> saved = List.of(stored.with(Vessel.TONNAGE, 1L), stored.with(Vessel.TONNAGE, 2L));
        List<Vessel> added =
                List.of(Vessel.named("a").withId(nowhere), Vessel.named("b").withId(nowhere));

        assertThatThrownBy(() -> vessels.saveAll(saved)).hasMessageContaining("given twice");
        assertThatThrownBy(() -> vessels.addAll(added)).hasMessageContaining("given twice");
        assertThat(vessels.all().count()).isEqualTo(1);
    }

    @Test
    void a_type_that_the_crm_does_not_know_is_a_wrong_argument() {
        openAlone();
        Crm bare = Crm.on(storage).type(Vessel.TYPE).build();
        CrmSession bareSession = bare.session(ACME, Actor.user("alice"));

        assertThatThrownBy(() -> bareSession.repository(Voyage.TYPE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bareSession.eventLog(Sighting.TYPE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static InvalidException invalid(ThrowingCallable call) {
        InvalidException e = catchThrowableOfType(InvalidException.class, call);
        assertThat(e).as("the error").isNotNull();
        assertThat((ClienteleException) e)
                .extracting(ClienteleException::retryable)
                .isEqualTo(false);
        return e;
    }
}
