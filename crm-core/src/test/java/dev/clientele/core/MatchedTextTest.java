package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.persistence.Storage;
import dev.clientele.testing.DatabaseKind;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that say the same in other words are found by a key that the library keeps. */
class MatchedTextTest {

    private static String lettersOnly(String text) {
        return text.replaceAll("[^a-zA-Z]", "").toLowerCase(Locale.ROOT);
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void texts_of_one_key_match_and_those_without_a_key_match_none(DatabaseKind database) {
        EntityTypeBuilder<Subscriber> declare = Subscriber.TYPE.extend();
        TextField<Subscriber> firm = declare.matchedText("firm", 100, MatchedTextTest::lettersOnly);
        EntityType<Subscriber> type = declare.build();
        try (Storage storage = database.open(folder)) {
            Repository<Subscriber> subscribers = Crm.on(storage)
                    .type(type)
                    .build()
                    .session(StoredTest.ACME, Actor.user("alice"))
                    .repository(type);
            Subscriber one = subscribers.add(Subscriber.named("1").with(firm, "Globex & Co"));
            Subscriber other = subscribers.add(Subscriber.named("2").with(firm, "GLOBEX-CO."));
            subscribers.add(Subscriber.named("3").with(firm, "Initech"));
            Subscriber none = subscribers.add(Subscriber.named("4").with(firm, "4711"));

            assertThat(subscribers.query(firm.matches("globex co")).page(9).items())
                    .containsExactly(one, other);
            assertThat(subscribers.query(firm.matches("...")).count()).isZero();
            assertThat(subscribers.query(firm.hasNoMatchKey()).page(9).items()).containsExactly(none);
            subscribers.save(other.with(firm, "Initech Inc"));
            assertThat(subscribers.query(firm.matches("globex co")).page(9).items())
                    .containsExactly(one);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void records_from_before_match_once_they_are_saved(DatabaseKind database) {
        EntityTypeBuilder<Subscriber> plain = Subscriber.TYPE.extend();
        TextField<Subscriber> text = plain.text("firm", 100);
        EntityType<Subscriber> before = plain.build();
        EntityTypeBuilder<Subscriber> declare = Subscriber.TYPE.extend();
        TextField<Subscriber> firm = declare.matchedText("firm", 100, MatchedTextTest::lettersOnly);
        EntityType<Subscriber> after = declare.build();
        try (Storage storage = database.open(folder)) {
            Crm.on(storage)
                    .type(before)
                    .build()
                    .session(StoredTest.ACME, Actor.user("alice"))
                    .repository(before)
                    .add(Subscriber.named("1").with(text, "Globex"));
            Repository<Subscriber> subscribers = Crm.on(storage)
                    .type(after)
                    .build()
                    .session(StoredTest.ACME, Actor.user("alice"))
                    .repository(after);
            Subscriber stored = subscribers.query(firm.hasNoMatchKey()).first().orElseThrow();
            assertThat(subscribers.query(firm.matches("GLOBEX")).count()).isZero();

            subscribers.save(stored);

            assertThat(subscribers.query(firm.matches("GLOBEX")).count()).isEqualTo(1);
        }
    }

    @Test
    void a_text_that_was_declared_without_a_key_has_no_such_criteria() {
        assertThatThrownBy(() -> Subscriber.NAME.matches("x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(Subscriber.NAME::hasNoMatchKey).isInstanceOf(IllegalStateException.class);
    }
}
