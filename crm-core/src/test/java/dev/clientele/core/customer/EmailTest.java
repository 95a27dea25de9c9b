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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
    @ParameterizedTest
    @CsvSource({
        "Ana.Diaz@Example.COM, ana.diaz@example.com",
        "INFO@FIRIN.EXAMPLE, info@firin.example",
        "o'neill+crm@mail.example.co.uk, o'neill+crm@mail.example.co.uk",
        "jörg@bücher.example, jörg@xn--bcher-kva.example",
        "JÖRG@BÜCHER.example, jörg@xn--bcher-kva.example",
        "用户@例子.example, 用户@xn--fsqu00a.example",
        "x@123.example, x@123.example",
    })
    void the_key_is_folded_and_its_domain_is_ascii(String address, String key) {
        ContactPoint email = ContactPoint.email(address);
        assertThat(email.key()).isEqualTo(key);
        assertThat(email.original()).isEqualTo(address);
    }

    @Test
    void dots_and_tags_make_a_difference() {
        assertThat(ContactPoint.email("a.na+x@example.com").matches(ContactPoint.email("ana@example.com")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@example.com",
                "ana@",
                "ana@localhost",
                "ana@@example.com",
                "a b@example.com",
                ".ana@example.com",
                "ana.@example.com",
                "a..na@example.com",
                "ana@example..com",
                "ana@-example.com",
                "ana@exa_mple.com",
                "ana@127.0.0.1",
                "ana@[127.0.0.1]",
                "ana@example.com, bo@example.com",
                "Ana <ana@example.com>",
                "\"a b\"@example.com",
                "ana@example.com.",
            })
    void what_can_not_be_an_address_is_refused(String text) {
        assertThatThrownBy(() -> ContactPoint.email(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_local_part_has_at_most_64_bytes() {
        String sixtyFour = "é".repeat(32);
        assertThat(ContactPoint.email(sixtyFour + "@example.com").key()).startsWith("é");
        assertThatThrownBy(() -> ContactPoint.email("x" + sixtyFour + "@example.com"))
                .hasMessage("e-mail must have at most 64 bytes before the @");
    }

    @Test
    void the_message_and_its_cause_keep_the_address_to_themselves() {
        assertThatThrownBy(() -> ContactPoint.email("secret@sec\u0001ret_.x"))
                .hasMessageNotContaining("sec")
                .hasNoCause();
        assertThatThrownBy(() -> ContactPoint.email("secret@secret_.example"))
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Property
    void the_key_of_a_key_is_the_key(@ForAll("addresses") String address) {
        String key = ContactPoint.email(address).key();
        assertThat(ContactPoint.email(key).key()).isEqualTo(key);
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> word = Arbitraries.strings()
                .withChars("abcXYZIİıßéÉΣς019")
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> label =
                Arbitraries.strings().withChars("abcXYZéÉü019").ofMinLength(1).ofMaxLength(8);
        return Combinators.combine(word, word, label)
                .as((first, second, domain) -> first + "." + second + "@" + domain + ".Example");
    }
}
