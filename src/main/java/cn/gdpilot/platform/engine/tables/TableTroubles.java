package cn.gdpilot.platform.engine.tables;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What tables answered that could not be read: one line in the log each, and kept for the page of the models until this node ends. */
@Component
public class TableTroubles {

    private static final Logger LOG = LoggerFactory.getLogger(TableTroubles.class);
    private static final int MOST = 100;

    private final Set<Trouble> known = new LinkedHashSet<>();

    /** Tells of it, unless it has been told of. */
    synchronized void tell(String source, String what) {
        if (known.size() < MOST && known.add(new Trouble(source, what))) {
            LOG.error("Table {} gives no answer that can be used: {}", source, what);
        }
    }

    /** What this node has met, the first first. */
    public synchronized List<Trouble> all() {
        return List.copyOf(known);
    }

    /**
     * An answer that could not be read.
     *
     * @param source table and version
     * @param what   what is wrong, in Chinese
     */
    public record Trouble(String source, String what) {}
}
