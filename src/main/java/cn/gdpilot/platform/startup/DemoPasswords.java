package cn.gdpilot.platform.startup;

import cn.gdpilot.platform.engine.identity.EngineOfficers;
import cn.gdpilot.platform.security.PasswordHashes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds the accounts that the demo's password opens, among all of a database, in seconds. Hashes that were made from it say so
 * themselves. Older ones are tried, each once, the likeliest first: shared by several accounts, then those that nobody chose
 * for himself. Those that there is no time for do no harm: production takes the demo's password at no sign-in.
 */
@Component
class DemoPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPasswords.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PasswordHashes hashes;
    private final Duration patience;

    @Autowired
    DemoPasswords(PasswordHashes hashes) {
        this(hashes, PATIENCE);
    }

    DemoPasswords(PasswordHashes hashes, Duration patience) {
        this.hashes = hashes;
        this.patience = patience;
    }

    /** Their names, in order. */
    Set<String> accounts(FoundDatabase database) {
        Map<String, List<String>> byHash = accountsByHash(database);
        Set<String> found = new TreeSet<>();
        List<String> unmarked = new ArrayList<>();
        byHash.forEach((hash, accounts) -> {
            if (hashes.saysDemo(hash)) {
                found.addAll(accounts);
            } else {
                unmarked.add(hash);
            }
        });
        Set<String> chosen = new HashSet<>(database.rows("hash", "own_password", String.class));
        unmarked.sort(
                Comparator.comparing((String hash) -> -byHash.get(hash).size()).thenComparing(chosen::contains));
        opened(unmarked).forEach(hash -> found.addAll(byHash.get(hash)));
        return found;
    }

    private static Map<String, List<String>> accountsByHash(FoundDatabase database) {
        List<Stored> all = new ArrayList<>(
                database.rows("id_ as account, pwd_ as hash", "act_id_user where pwd_ is not null", Stored.class));
        all.addAll(database.rows("username as account, password_hash as hash", "applicant_account", Stored.class));
        return all.stream()
                .collect(Collectors.groupingBy(
                        one -> EngineOfficers.plainHash(one.hash()),
                        LinkedHashMap::new,
                        Collectors.mapping(Stored::account, Collectors.toList())));
    }

    /** Those of the hashes that the demo's password opens, as far as the time goes. */
    private List<String> opened(List<String> candidates) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Callable<Boolean>> tries = candidates.stream()
                    .map(hash -> (Callable<Boolean>) () -> hashes.opens(PasswordHashes.DEMO_PASSWORD, hash))
                    .toList();
            List<Future<Boolean>> answers = threads.invokeAll(tries, patience.toMillis(), TimeUnit.MILLISECONDS);
            long untried = answers.stream().filter(Future::isCancelled).count();
            if (untried > 0) {
                LOG.info(
                        "{} of {} password hashes were not tried with the demo's password; it opens no account in production",
                        untried,
                        candidates.size());
            }
            return IntStream.range(0, answers.size())
                    .filter(i -> isTrue(answers.get(i)))
                    .mapToObj(candidates::get)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was ended while passwords were tried", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** False too for a hash that was not tried, or that nobody can read: it opens nothing. */
    private static boolean isTrue(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (CancellationException | ExecutionException noAnswer) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** An account and the hash of its password, as stored. */
    record Stored(String account, String hash) {
        @Override
        public String toString() {
            return "Stored[" + account + "]";
        }
    }
}
