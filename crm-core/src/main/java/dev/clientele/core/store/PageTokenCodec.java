package dev.clientele.core.store;

import dev.clientele.core.criteria.CriteriaJson;
import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.json.Json;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Sort;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cursors as text for one query of one tenant. The token carries a digest over itself, the tenant and the query, so that a
 * damaged one, or one of another query, is refused; it opens nothing that the query wouldn't show.
 */
final class PageTokenCodec {

    private static final int DIGEST_LENGTH = 12;

    private final byte[] query;

    /** For this query; {@code where} as given by the caller, with relative times, so that the token outlives the moment. */
    PageTokenCodec(TenantId tenant, String source, String subject, Criteria where, List<Sort> order) {
        String text = String.join("\n", tenant.value(), source, subject, CriteriaJson.write(where), order.toString());
        this.query = text.getBytes(StandardCharsets.UTF_8);
    }

    PageRequest request(int limit, @Nullable String token) {
        return new PageRequest(token == null ? null : read(token), limit);
    }

    String write(Cursor cursor) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object value : cursor.values()) {
            values.add(value == null ? null : CriteriaJson.write(Criteria.equal("v", value)));
        }
        byte[] content = Json.write(new TreeMap<>(Map.of("id", cursor.id(), "values", values)))
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(digest(content), DIGEST_LENGTH + content.length);
        System.arraycopy(content, 0, whole, DIGEST_LENGTH, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private Cursor read(String token) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(token);
            byte[] content = Arrays.copyOfRange(whole, Math.min(DIGEST_LENGTH, whole.length), whole.length);
            byte[] digest = Arrays.copyOf(digest(content), DIGEST_LENGTH);
            if (MessageDigest.isEqual(digest, Arrays.copyOf(whole, DIGEST_LENGTH))) {
                return cursor(Json.readObject(new String(content, StandardCharsets.UTF_8)));
            }
        } catch (IllegalArgumentException | ClassCastException | ClienteleException e) {
            throw new IllegalArgumentException("the page token is damaged", e);
        }
        throw new IllegalArgumentException("the page token is damaged, or was given for another query or tenant");
    }

    private static Cursor cursor(Map<String, Object> json) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object value : (List<?>) json.getOrDefault("values", List.of())) {
            values.add(value == null ? null : constant((String) value));
        }
        return new Cursor(values, String.valueOf(json.get("id")));
    }

    private static Object constant(String json) {
        if (CriteriaJson.read(json) instanceof Comparison atom && atom.operator() == Operator.EQUAL) {
            return atom.value();
        }
        throw new IllegalArgumentException("not a constant");
    }

    private byte[] digest(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(query);
            digest.update((byte) 0);
            return digest.digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
