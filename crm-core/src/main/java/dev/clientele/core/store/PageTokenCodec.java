package dev.clientele.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Bytes;
import dev.clientele.core.criteria.CriteriaJson;
import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.json.Json;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Sort;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts cursors to text and back for one query of one tenant. The token carries a digest over itself, the tenant and the query, so that a
 * damaged one, or one of another query, is refused; it opens nothing that the query wouldn't show.
 */
final class PageTokenCodec {

    private static final int DIGEST_LENGTH = 12;
    private static final BaseEncoding TEXT = BaseEncoding.base64Url().omitPadding();

    private final HashFunction query;

    /** Creates the codec of a query; {@code where} as given by the caller, with relative times, so that the token outlives the moment. */
    PageTokenCodec(TenantId tenant, String source, String subject, Criteria where, List<Sort> order) {
        String text = String.join("\n", tenant.value(), source, subject, CriteriaJson.write(where), order.toString());
        this.query = Hashing.hmacSha256(text.getBytes(UTF_8));
    }

    PageRequest request(int limit, @Nullable String token) {
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw InvalidValueException.outOfRange("limit", 1, PageRequest.MAX_LIMIT, limit);
        }
        return new PageRequest(token == null ? null : read(token), limit);
    }

    String write(Cursor cursor) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object value : cursor.values()) {
            values.add(value == null ? null : CriteriaJson.write(Criteria.equal("v", value)));
        }
        byte[] content =
                Json.write(ImmutableMap.of("id", cursor.id(), "values", values)).getBytes(UTF_8);
        return TEXT.encode(Bytes.concat(digest(content), content));
    }

    private Cursor read(String token) {
        try {
            byte[] whole = TEXT.decode(token);
            byte[] content = Arrays.copyOfRange(whole, Math.min(DIGEST_LENGTH, whole.length), whole.length);
            if (MessageDigest.isEqual(digest(content), Arrays.copyOf(whole, DIGEST_LENGTH))) {
                return cursor(Json.readObject(new String(content, UTF_8)));
            }
        } catch (IllegalArgumentException | ClassCastException | ClienteleException e) {
            throw new InvalidValueException("", ViolationCode.DAMAGED, "the page token is damaged");
        }
        throw new InvalidValueException(
                "", ViolationCode.DAMAGED, "the page token is damaged, or was given for another query or tenant");
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
        throw new InvalidValueException("", ViolationCode.FORM, "not a constant");
    }

    private byte[] digest(byte[] content) {
        return Arrays.copyOf(query.hashBytes(content).asBytes(), DIGEST_LENGTH);
    }
}
