package cn.gdpilot.domain.files.store;

import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far each file that arrives in parts is hashed, so that it need not be read again. Known to this process only:
 * where nothing is known the file is read, so that forgetting costs time and nothing else.
 */
class RunningHashes {

    /** More than any server takes in at once; beyond that files are read again. */
    private static final int MOST = 10_000;

    private final Map<String, Running> running = new ConcurrentHashMap<>();

    /** The hash of the first bytes of a file, to be gone on with; empty where it is not known. */
    Optional<MessageDigest> at(String id, long position) {
        Running known = running.remove(id);
        if (position == 0) {
            return Optional.of(Sha256.digest());
        }
        return Optional.ofNullable(known)
                .filter(one -> one.position() == position)
                .map(Running::digest);
    }

    void keep(String id, long position, Optional<MessageDigest> digest) {
        if (running.size() < MOST) {
            digest.ifPresent(known -> running.put(id, new Running(position, known)));
        }
    }

    void forget(String id) {
        running.remove(id);
    }

    private record Running(long position, MessageDigest digest) {}
}
