package cn.gdpilot.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** The word of a browser about the page that makes it call. Programs say nothing of the kind. */
public final class CallingPage {

    private static final String SITE = "Sec-Fetch-Site";
    private static final String MODE = "Sec-Fetch-Mode";

    /** The same origin, or the person's own doing: an address typed in, a bookmark. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443);

    private CallingPage() {}

    /** True if a browser calls. */
    public static boolean isThere(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader(SITE) != null
                || request.getHeader(MODE) != null
                || request.getHeader(HttpHeaders.ORIGIN) != null
                || request.getHeader(HttpHeaders.REFERER) != null
                || accepted != null && accepted.toLowerCase(Locale.ROOT).contains("text/html");
    }

    /**
     * True if the page is another site's: as Fetch metadata say, else by its origin.
     *
     * @param publicAddress how people reach the application
     */
    public static boolean isForeign(HttpServletRequest request, URI publicAddress) {
        String site = request.getHeader(SITE);
        if (site != null) {
            return !OURS.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !isOurs(origin, request, publicAddress);
    }

    private static boolean isOurs(String origin, HttpServletRequest request, URI publicAddress) {
        try {
            URI page = URI.create(origin);
            String at = authority(page.getHost(), page.getPort());
            return at.equals(authority(request.getServerName(), request.getServerPort()))
                    || at.equals(authority(publicAddress.getHost(), publicAddress.getPort()))
                            && publicAddress.getScheme().equalsIgnoreCase(page.getScheme());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Both usual ports count as none: behind a proxy that speaks https the request's own scheme may be http. */
    private static String authority(String host, int port) {
        String name = String.valueOf(host).toLowerCase(Locale.ROOT);
        return USUAL_PORTS.contains(port) ? name : name + ":" + port;
    }
}
