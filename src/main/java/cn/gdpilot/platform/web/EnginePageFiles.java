package cn.gdpilot.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * The static files of Camunda's pages: scripts, styles, labels, fonts and pictures out of its jar, or ours of the same names.
 * Anybody may read them, as anybody may read the jar; pages and API are not among them.
 */
@Component
public class EnginePageFiles extends OncePerRequestFilter {

    private static final String ROOT = "META-INF/resources/";
    private static final Pattern PAGE_FILE = Pattern.compile(
            "/camunda/((?:lib|assets|app/(?:tasklist|cockpit|admin|welcome))/(?:[\\w-]+/)*[\\w-][\\w.-]*\\.(?:js|css|json|svg|woff2?|ttf|eot)|favicon\\.ico)");
    private static final Pattern PLUGIN_FILE =
            Pattern.compile("/camunda/api/(tasklist|cockpit|admin)/plugin/\\1Plugins/static/(app/plugin\\.(?:js|css))");

    /** Ours that are the same for all four pages: each lies once, in a folder of all. */
    private static final Pattern OF_ALL =
            Pattern.compile("^app/\\w+/(styles/user-styles\\.css|scripts/zh-cn-locale\\.js)$");

    /** Files whose addresses keep their version while we change them, and one whose address changes at each opening. */
    private static final Pattern OURS = Pattern.compile("/camunda/app/\\w+/(?:scripts|styles|locales)/.*");

    private static final CacheControl LONG =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl SOME_TIME =
            CacheControl.maxAge(Duration.ofDays(7)).cachePublic();
    private static final CacheControl ASK = CacheControl.noCache();

    private final FileTags tags = new FileTags();
    private final Map<CacheControl, ResourceHttpRequestHandler> handlers =
            Map.of(LONG, handler(LONG), SOME_TIME, handler(SOME_TIME), ASK, handler(ASK));

    /** Whether the call asks for one of these files, written plainly; what is written in another way is none. */
    public boolean has(HttpServletRequest request) {
        String file = file(request.getRequestURI());
        return file != null
                && List.of("GET", "HEAD").contains(request.getMethod())
                && new ClassPathResource(ROOT + file).exists();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !has(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE, file(request.getRequestURI()));
        handlers.get(keep(request)).handleRequest(request, response);
    }

    /** Where the file lies below the jar's public folder; null if the address names none. */
    private static String file(String address) {
        Matcher page = PAGE_FILE.matcher(address);
        if (page.matches()) {
            return "webjars/camunda/" + OF_ALL.matcher(page.group(1)).replaceFirst("app/all/$1");
        }
        Matcher plugin = PLUGIN_FILE.matcher(address);
        return plugin.matches() ? "plugin/" + plugin.group(1) + "/" + plugin.group(2) : null;
    }

    private static CacheControl keep(HttpServletRequest request) {
        if (OURS.matcher(request.getRequestURI()).matches()) {
            return ASK;
        }
        // Camunda's pages ask with the engine's version.
        return request.getParameter("bust") == null ? SOME_TIME : LONG;
    }

    private ResourceHttpRequestHandler handler(CacheControl keep) {
        ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
        handler.setLocations(List.of(new ClassPathResource(ROOT)));
        handler.setCacheControl(keep);
        handler.setUseLastModified(false);
        handler.setEtagGenerator(tags::of);
        try {
            handler.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return handler;
    }

    /** It has its place inside of a security chain and nowhere else. */
    @Configuration
    static class Placement {
        @Bean
        FilterRegistrationBean<EnginePageFiles> enginePageFilesPlacement(EnginePageFiles files) {
            FilterRegistrationBean<EnginePageFiles> registration = new FilterRegistrationBean<>(files);
            registration.setEnabled(false);
            return registration;
        }
    }
}
