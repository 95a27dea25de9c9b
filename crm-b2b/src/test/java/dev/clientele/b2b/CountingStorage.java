package dev.clientele.b2b;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A storage that counts what is asked of another one, and how many documents it gives with their bodies. */
public final class CountingStorage {

    private static final Set<String> QUESTIONS =
            Set.of("find", "findAll", "findForUpdate", "page", "scan", "aggregate", "follow");

    private final AtomicLong questions = new AtomicLong();
    private final AtomicLong bodies = new AtomicLong();
    private final Storage storage;

    /** Counts over another storage. */
    public CountingStorage(Storage storage) {
        this.storage = proxy(Storage.class, (unused, method, arguments) -> {
            Object result = call(storage, method, arguments);
            return result instanceof StorageSession session ? counting(session) : result;
        });
    }

    /** Returns the storage that is counted over. */
    public Storage storage() {
        return storage;
    }

    /** Returns how many questions were asked since the last time. */
    public long takeQuestions() {
        return questions.getAndSet(0);
    }

    /** Returns how many documents were given whole since the last time. */
    public long takeBodies() {
        return bodies.getAndSet(0);
    }

    private StorageSession counting(StorageSession session) {
        return proxy(StorageSession.class, (unused, method, arguments) -> {
            Object result = call(session, method, arguments);
            if (QUESTIONS.contains(method.getName())) {
                questions.incrementAndGet();
            }
            boolean columns = Arrays.asList(method.getParameterTypes()).contains(Set.class);
            if (columns) {
                return result;
            } else if (result instanceof Collection<?> list) {
                list.forEach(this::count);
            } else if (result instanceof ResultPage<?> page) {
                page.items().forEach(this::count);
            } else if (result instanceof Stream<?> stream) {
                return stream.peek(this::count);
            }
            return result;
        });
    }

    private void count(@Nullable Object row) {
        if (row instanceof Document) {
            bodies.incrementAndGet();
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
