package dev.clientele.core.customer;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The form of a web address by which it is matched. */
final class WebKey {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private WebKey() {}

    static String of(String address) {
        URI uri;
        try {
            uri = new URI(address.contains("://") ? address : "https://" + address);
        } catch (URISyntaxException notAnAddress) {
            throw new InvalidValueException(
                    "web", ViolationCode.FORM, "must be an http or https address, got an unexpected character");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority();
        if (!(scheme.equals("http") || scheme.equals("https")) || authority == null || authority.contains("@")) {
            throw new InvalidValueException(
                    "web", ViolationCode.FORM, "must be an http or https address without a user, got another");
        }
        int colon = authority.lastIndexOf(':');
        String host = DomainName.toAscii("web", colon < 0 ? authority : authority.substring(0, colon));
        return (host.startsWith("www.") ? host.substring(4) : host)
                + (colon < 0 ? "" : port(authority.substring(colon + 1)))
                + path(uri.getRawPath())
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String path(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String port(String digits) {
        if (!digits.matches("[0-9]{0,5}")) {
            throw new InvalidValueException(
                    "web", ViolationCode.FORM, "must have a port of digits, got something else");
        }
        int port = digits.isEmpty() ? HTTPS_PORT : Integer.parseInt(digits);
        return port == HTTP_PORT || port == HTTPS_PORT ? "" : ":" + port;
    }
}
