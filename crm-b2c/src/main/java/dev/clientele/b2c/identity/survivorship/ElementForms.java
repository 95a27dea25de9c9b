package dev.clientele.b2c.identity.survivorship;

import dev.clientele.core.customer.Consent;
import dev.clientele.core.customer.ConsentRecord;
import dev.clientele.core.customer.PostalAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The forms of elements that need no more than a few lines. */
final class ElementForms {

    static final ElementForm<String> TEXT = text -> text;

    /** The first address is the main one; two writings of one address are one. */
    static final ElementForm<PostalAddress> ADDRESS = new ElementForm<>() {

        @Override
        public String identity(PostalAddress address) {
            return address.key();
        }

        @Override
        public String content(PostalAddress address) {
            return String.join("\n", address.lines()) + "\n\n" + address.city() + '\n' + address.region() + '\n'
                    + address.postalCode();
        }

        @Override
        public boolean isOrdered() {
            return true;
        }
    };

    /** Consents: what was said about being contacted stays as it was said. */
    static final ElementForm<Consent> CONSENT = new ElementForm<>() {

        @Override
        public String identity(Consent consent) {
            return consent.purpose().name()
                    + '\n'
                    + consent.channel()
                    + '\n'
                    + consent.basis()
                    + '\n'
                    + consent.status()
                    + '\n'
                    + consent.at()
                    + '\n'
                    + consent.expiresAt()
                    + '\n'
                    + consent.source()
                    + '\n'
                    + consent.evidence();
        }

        @Override
        public Instant recency(Consent consent, Instant saidAt) {
            return consent.at();
        }

        @Override
        public List<Consent> join(List<Element<Consent>> chosen, FieldRule rule, Comparator<Element<Consent>> order) {
            return new ConsentRecord(chosen.stream().map(Element::value).toList()).history();
        }
    };

    /** A value by a name that isn't declared. */
    static final ElementForm<Map.Entry<String, Object>> NAMED = new ElementForm<>() {

        @Override
        public String identity(Map.Entry<String, Object> named) {
            return named.getKey();
        }

        @Override
        public String content(Map.Entry<String, Object> named) {
            return named.getValue().toString();
        }
    };

    private ElementForms() {}
}
