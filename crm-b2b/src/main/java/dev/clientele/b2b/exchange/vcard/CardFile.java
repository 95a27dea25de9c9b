package dev.clientele.b2b.exchange.vcard;

import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.exchange.vcard.CardImport.IdentifiedCard;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.customer.Country;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.ParseWarning;
import ezvcard.io.scribe.RawPropertyScribe;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Uid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cards of one text, read one after another. Not thread-safe. */
final class CardFile {

    private final List<IdentifiedCard> cards = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<RowError> rejected = new ArrayList<>();
    private @Nullable String firstRefusal;
    private final @Nullable Country region;
    private int number;

    /**
     * Creates a file without cards yet.
     *
     * @param region whose national phone numbers are read; null for none
     */
    CardFile(@Nullable Country region) {
        this.region = region;
    }

    /** Reads the text of one card. */
    void add(String text) {
        number++;
        if (!CardSplitter.ends(text)) {
            refuse(new Violation("", ViolationCode.MALFORMED, "never ends"));
            return;
        }
        try (VCardReader reader = new VCardReader(CardSplitter.capitalised(text), VCardVersion.V3_0)) {
            reader.setDefaultQuotedPrintableCharset(StandardCharsets.UTF_8);
            reader.registerScribe(new SocialProfile.Scribe());
            reader.registerScribe(new WholeNameScribe());
            reader.registerScribe(new RawPropertyScribe("XML")); // as text: foreign XML isn't for us to parse
            VCard card = reader.readNext();
            if (card == null) {
                refuse(new Violation("", ViolationCode.MALFORMED, "can't be read"));
                return;
            }
            CardReader reading = new CardReader(card, region);
            Contact contact = reading.contact();
            cards.add(new IdentifiedCard(uid(card), contact));
            reading.leftOut().forEach(each -> leftOut.add("card " + number + ", " + each));
            reader.getWarnings().stream()
                    .filter(CardFile::isNoProperty)
                    .forEach(each -> leftOut.add(
                            "card " + number + ", its line " + each.getLineNumber() + ": isn't a property"));
            reading.ignored().forEach(each -> ignored.add("card " + number + ", " + each));
        } catch (InvalidValueException e) {
            refuse(e.inField(""));
        } catch (IllegalArgumentException e) {
            refuse(new Violation("", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // text in memory
        }
    }

    private static String uid(VCard card) {
        Uid uid = card.getUid();
        return uid == null || uid.getValue() == null ? "" : uid.getValue().strip();
    }

    /** Returns the contacts that were read till now, with what their cards are known by. */
    List<IdentifiedCard> identified() {
        return cards;
    }

    /** Returns the cards that were left out whole. */
    List<RowError> rejected() {
        return rejected;
    }

    private void refuse(Violation why) {
        rejected.add(RowError.of(number, "", why));
        String refusal = "card " + number + " " + why.reason();
        leftOut.add(refusal);
        firstRefusal = firstRefusal == null ? refusal : firstRefusal;
    }

    private static boolean isNoProperty(ParseWarning warning) {
        return warning.getPropertyName() == null && warning.getLineNumber() != null;
    }

    /**
     * Returns what was read till now.
     *
     * @throws InvalidValueException if that is no contact of any card
     */
    VCards.Read read() {
        if (cards.isEmpty() && firstRefusal != null) {
            throw new InvalidValueException("", ViolationCode.FORM, firstRefusal);
        }
        return new VCards.Read(cards.stream().map(IdentifiedCard::contact).toList(), leftOut, ignored);
    }
}
