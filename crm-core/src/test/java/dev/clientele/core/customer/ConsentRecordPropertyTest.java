package dev.clientele.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConsentRecordPropertyTest {
    @Property
    void the_order_of_arrival_makes_no_difference(@ForAll("words") List<Consent> words, @ForAll long seed) {
        List<Consent> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(seed));
        ConsentRecord oneByOne = ConsentRecord.empty();
        for (Consent word : shuffled) {
            oneByOne = oneByOne.plus(word);
        }
        assertThat(oneByOne).isEqualTo(new ConsentRecord(words));
    }

    @Property
    void merging_is_commutative_and_idempotent(
            @ForAll("words") List<Consent> some, @ForAll("words") List<Consent> others) {
        ConsentRecord one = new ConsentRecord(some);
        ConsentRecord other = new ConsentRecord(others);
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.plus(other).plus(other)).isEqualTo(one.plus(other));
    }

    @Property
    void a_withdrawal_of_every_channel_stops_everything_until_the_next_word(
            @ForAll("words") List<Consent> words, @ForAll("channels") ConsentChannel channel) {
        Instant after = Instant.ofEpochSecond(1000);
        ConsentRecord record = new ConsentRecord(words)
                .plus(Consent.withdrawn(ConsentPurpose.MARKETING, ConsentChannel.EVERY, after, "call"));
        assertThat(record.permits(ConsentPurpose.MARKETING, channel, after.plusSeconds(1)))
                .isFalse();
    }

    @Provide
    Arbitrary<ConsentChannel> channels() {
        return Arbitraries.of(ConsentChannel.EMAIL, ConsentChannel.POST);
    }

    @Provide
    Arbitrary<List<Consent>> words() {
        return Combinators.combine(
                        Arbitraries.of(ConsentPurpose.MARKETING, ConsentPurpose.RESEARCH),
                        Arbitraries.of(ConsentChannel.EMAIL, ConsentChannel.POST, ConsentChannel.EVERY),
                        Arbitraries.of(LawfulBasis.class),
                        Arbitraries.of(ConsentStatus.class),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5))
                .as((purpose, channel, basis, status, at, lasts) -> new Consent(
                        purpose,
                        channel,
                        basis,
                        status,
                        Instant.ofEpochSecond(at),
                        status == ConsentStatus.GIVEN && lasts > 0 ? Instant.ofEpochSecond(at + lasts) : null,
                        "source",
                        ""))
                .list()
                .ofMaxSize(10);
    }
}
