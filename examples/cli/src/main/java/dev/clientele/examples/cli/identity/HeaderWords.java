package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The usual names of columns of each kind, without regard to capitals, blanks, marks and accents. */
final class HeaderWords {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Map<AttributeKind, List<String>> USUAL = new LinkedHashMap<>();
    private static final Map<String, AttributeKind> KINDS = new LinkedHashMap<>();

    static {
        usual(AttributeKind.GIVEN, "given, given name, first, first name, forename, fname, vorname, prénom, nombre");
        usual(AttributeKind.FAMILY, "family, family name, surname, last, last name, lname, nachname, nom, apellido");
        usual(AttributeKind.NAME, "name, full name, person, person name, customer name, company, company name");
        usual(
                AttributeKind.BIRTHDATE,
                "birthdate, date of birth, dob, birthday, birth year, year of birth, yob, geburtsdatum, date de naissance");
        usual(AttributeKind.EMAIL, "email, e-mail address, mail");
        usual(
                AttributeKind.PHONE,
                "phone, phone number, telephone, tel, mobile, mobile phone, cell, telefon, téléphone");
        usual(
                AttributeKind.STREET,
                "street, street name, street address, address, addr, address 1, address line 1, straße, strasse, rue, adresse");
        usual(AttributeKind.HOUSE_NUMBER, "house number, street number, house no, street no, hausnummer");
        usual(
                AttributeKind.CITY,
                "city, town, suburb, locality, place, birth place, birthplace, place of birth, ort, stadt, ville, ciudad");
        usual(AttributeKind.POSTCODE, "postcode, postal code, post code, zip, zip code, plz, code postal");
        usual(AttributeKind.REGION, "region, state, county, province, country, land");
        usual(
                AttributeKind.IDENTIFIER,
                "ssn, soc sec id, social security number, national id, passport, passport number, tax id");
        usual(AttributeKind.CATEGORY, "category, sex, gender, title, salutation, marital status, anrede");
        usual(AttributeKind.QUANTITY, "quantity, age");
        usual(AttributeKind.TEXT, "text, occupation, profession, job, type, address 2, address line 2");
    }

    private HeaderWords() {}

    private static void usual(AttributeKind kind, String words) {
        List<String> list = List.of(words.split(", ", -1));
        USUAL.put(kind, list);
        list.forEach(word -> KINDS.put(folded(word), kind));
        if (kind == AttributeKind.EMAIL) {
            KINDS.put("emailaddress", kind);
        }
    }

    /** The kind of the columns that are usually called this. */
    static Optional<AttributeKind> kindOf(String header) {
        return Optional.ofNullable(KINDS.get(folded(header)));
    }

    /** A usual name of each kind, for a person who has other ones. */
    static String examples() {
        StringBuilder examples = new StringBuilder();
        USUAL.forEach((kind, words) ->
                examples.append(examples.isEmpty() ? "" : ", ").append(words.get(Math.min(1, words.size() - 1))));
        return examples.toString();
    }

    private static String folded(String header) {
        String plain = ACCENT.matcher(Normalizer.normalize(header, Normalizer.Form.NFD))
                .replaceAll("");
        return NO_WORD.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
