package cn.gdpilot.platform.web.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proxies in front, whose word about the client's address is believed. Says once in the log that somebody else sends such
 * a header: either a caller forges it, or the settings do not name a proxy, and then all people behind it count as one.
 */
final class Proxies extends ValveBase {

    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final String NOBODY = "(?!)";

    private final Pattern known;
    private volatile boolean told;

    Proxies(List<String> addresses) {
        super(true);
        this.known = Pattern.compile(pattern(addresses));
    }

    /**
     * The addresses as Tomcat wants them.
     *
     * @throws IllegalArgumentException if one is no address
     */
    static String pattern(List<String> addresses) {
        return addresses.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .flatMap(Proxies::spellings)
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(Collectors.joining("|"), all -> all.isEmpty() ? NOBODY : all));
    }

    /** An IPv6 address stands in full where the server has it, and as typed where a proxy names another. */
    private static Stream<String> spellings(String address) {
        try {
            if (!LITERAL.matcher(address).matches()) {
                throw new UnknownHostException(address);
            }
            return Stream.of(address, InetAddress.getByName(address).getHostAddress());
        } catch (UnknownHostException none) {
            throw new IllegalArgumentException("pilot.proxies: \"" + address + "\" is no IP address", none);
        }
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!told
                && request.getHeader("X-Forwarded-For") != null
                && !known.matcher(request.getPeerAddr()).matches()) {
            told = true;
            LOG.warn(
                    "{} sends X-Forwarded-For and is not named by pilot.proxies: its word is not believed. If it is your"
                            + " proxy, name it, or all people behind it count as one address.",
                    request.getPeerAddr());
        }
        getNext().invoke(request, response);
    }
}
