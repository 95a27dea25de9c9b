package dev.clientele.b2c.identity.survivorship;

/**
 * The part of an element that is kept to tell whether people change it.
 *
 * @param identity the digest of what two writings share
 * @param content the digest of the writing; empty if nothing may differ
 * @param verified whether it was verified
 */
record ElementDigest(String identity, String content, boolean verified) {

    static ElementDigest of(String identity, String content, boolean verified) {
        return new ElementDigest(Digests.of(identity), content.isEmpty() ? "" : Digests.of(content), verified);
    }

    static ElementDigest parse(String text) {
        boolean verified = text.endsWith("!");
        String rest = verified ? text.substring(0, text.length() - 1) : text;
        int point = rest.indexOf('.');
        return point < 0
                ? new ElementDigest(rest, "", verified)
                : new ElementDigest(rest.substring(0, point), rest.substring(point + 1), verified);
    }

    /** Returns the text that {@link #parse} reads. */
    @Override
    public String toString() {
        return identity + (content.isEmpty() ? "" : "." + content) + (verified ? "!" : "");
    }

    /** Returns the digest of a denial that the element is verified. */
    String denial() {
        return denialOf(identity);
    }

    static String denialOf(String identity) {
        return "!" + identity;
    }
}
