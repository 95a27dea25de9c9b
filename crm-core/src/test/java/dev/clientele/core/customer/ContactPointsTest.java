package dev.clientele.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ContactPointsTest {
    private static final ContactPoint ANA = ContactPoint.email("ana@example.com");
    private static final ContactPoint BO = ContactPoint.email("bo@example.com");
    private static final ContactPoint PHONE = ContactPoint.phone("+44 20 7946 0018");

    @Test
    void the_primary_is_preferred_or_else_the_first() {
        ContactPoints points = ContactPoints.of(PHONE, ANA, BO);
        assertThat(points.preferred(ContactPointKind.EMAIL)).hasValue(ANA);
        assertThat(points.plus(BO.withPrimary(true)).preferred(ContactPointKind.EMAIL))
                .hasValue(BO.withPrimary(true));
        assertThat(points.preferred(ContactPointKind.WEB)).isEmpty();
    }

    @Test
    void a_new_primary_takes_over_from_the_old_one_of_its_kind() {
        ContactPoints points =
                ContactPoints.of(ANA.withPrimary(true), PHONE.withPrimary(true)).plus(BO.withPrimary(true));
        assertThat(points.points()).containsExactly(ANA, PHONE.withPrimary(true), BO.withPrimary(true));
    }

    @Test
    void one_that_matches_is_replaced_where_it_stands() {
        ContactPoint again = ContactPoint.email("ANA@example.com").withVerified(true);
        assertThat(ContactPoints.of(ANA, BO).plus(again).points()).containsExactly(again, BO);
        assertThat(ContactPoints.of(ANA, BO).minus(again).points()).containsExactly(BO);
    }

    @Test
    void the_same_twice_and_two_primaries_are_refused() {
        assertThatThrownBy(() -> ContactPoints.of(ANA, ANA.withVerified(true)))
                .hasMessage("contact points must differ, got the same e-mail twice");
        assertThatThrownBy(() -> ContactPoints.of(ANA.withPrimary(true), BO.withPrimary(true)))
                .hasMessage("contact points must have at most one primary of a kind, got two of e-mail");
    }

    @Property
    void a_merge_keeps_all_keys_once_and_its_own_primary(
            @ForAll("some") ContactPoints ours, @ForAll("some") ContactPoints theirs) {
        ContactPoints merged = ours.mergedWith(theirs);
        assertThat(merged.points()).containsAll(ours.points());
        assertThat(theirs).allMatch(point -> merged.points().stream().anyMatch(point::matches));
        assertThat(merged.mergedWith(theirs)).isEqualTo(merged);
    }

    @Provide
    Arbitrary<ContactPoints> some() {
        Arbitrary<ContactPoint> point = Combinators.combine(
                        Arbitraries.of("a", "b", "c", "D"), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((name, primary, email) -> (email
                                ? ContactPoint.email(name + "@example.com")
                                : ContactPoint.social("net", name))
                        .withPrimary(primary));
        return point.list().ofMaxSize(6).map(points -> {
            ContactPoints result = ContactPoints.none();
            for (ContactPoint each : points) {
                result = result.plus(each);
            }
            return result;
        });
    }
}
