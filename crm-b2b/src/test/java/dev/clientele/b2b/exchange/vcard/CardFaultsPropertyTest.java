package dev.clientele.b2b.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CardFaultsPropertyTest {

    private static final String GOOD = "BEGIN:VCARD\nVERSION:4.0\nFN:Good\nEND:VCARD\n";

    /** Lines that are odd, wrong, or right in another place. */
    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of("""
                        BEGIN:VEVENT
                        END:VEVENT
                        END:VCARD
                        VERSION:2.1
                        VERSION:9
                        VERSION:
                        FN:Ana
                        N
                        N:
                        N:;;;;;;;;
                        ORG:
                        ADR:
                        ADR:,;,;;;;;GB
                        TEL;VALUE=uri:tel:
                        TEL;VALUE=uri:tel:x;y
                        EMAIL;PREF=x;PREF=101:a
                        URL:http://[
                        X-SOCIALPROFILE:
                        X-SOCIALPROFILE::
                        PHOTO;ENCODING=b:%%%
                        PHOTO;ENCODING=zip:x
                        PHOTO:data:;base64,@@
                        KEY;VALUE=uri:
                        SOUND;ENCODING=QUOTED-PRINTABLE:=41
                        NOTE;CHARSET=nope;ENCODING=QUOTED-PRINTABLE:=Z=
                        NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=:=C3
                        AGENT:
                        AGENT:BEGIN:VCARD\\nEND:VCARD
                        LABEL;HOME:x
                        BDAY;VALUE=text:x
                        GENDER:
                        GEO:x
                        TZ:zz
                        IMPP:zz://
                        CLIENTPIDMAP:x
                        XML:<a>
                        REV:zz
                        :
                        ;:
                        =
                        .:x
                        A.B.C;;;=:x
                        FN;"LANGUAGE=":x
                        """.lines().toList()).list().ofMaxSize(12);
    }

    @Property(tries = 1000)
    void whatever_stands_in_a_card_it_is_read_or_told_and_the_next_one_read(@ForAll("lines") List<String> lines) {
        VCards.Read read = VCards.read("BEGIN:VCARD\n" + String.join("\n", lines) + "\nEND:VCARD\n" + GOOD);

        assertThat(read.contacts())
                .last()
                .satisfies(last -> assertThat(last.name().display()).isEqualTo("Good"));
        assertThat(read.contacts().size()
                        + read.leftOut().stream()
                                .filter(each -> each.startsWith("card 1 "))
                                .count())
                .isEqualTo(2);
    }

    @Property(tries = 300)
    void any_text_is_read_or_refused(@ForAll String text) {
        assertThatCode(() -> VCards.read(GOOD + "BEGIN:VCARD\n" + text)).doesNotThrowAnyException();
    }
}
