package cn.gdpilot.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Pages that read for long by nature have the limit of work; the list of them names pages that are there. */
class LongReadsTest {

    @Test
    @DisplayName("search of the record, progress, exports → no limit of a request; other pages and changes → limited")
    void limits() throws Exception {
        assertThat(limited("GET", "/audit")).isFalse();
        assertThat(limited("GET", "/desk/progress/2026/projects.xlsx")).isFalse();
        assertThat(limited("GET", "/desk/recommendations/2026/city-440100/disc.iso"))
                .isFalse();
        assertThat(limited("POST", "/desk/merit/2026")).isTrue();
        assertThat(limited("GET", "/portal")).isTrue();
    }

    @Test
    @DisplayName("each long read of the settings → is a page that the application answers")
    void listed() throws Exception {
        assertThat(answeredPages())
                .containsAll(limits("application.yaml").longReads())
                .hasSizeGreaterThan(50);
    }

    private static boolean limited(String method, String path) throws Exception {
        AtomicBoolean limited = new AtomicBoolean();
        new DatabaseRequests(
                        new DatabasePresence(true, System::nanoTime), limits("application.yaml"), new ObjectMapper())
                .doFilter(
                        new MockHttpServletRequest(method, path),
                        new MockHttpServletResponse(),
                        (request, response) -> limited.set(RequestThread.time() != null));
        return limited.get();
    }

    private static DatabaseLimits limits(String file) throws Exception {
        return new Binder(ConfigurationPropertySources.from(
                        new YamlPropertySourceLoader().load(file, new ClassPathResource(file))))
                .bind("pilot.database.limits", DatabaseLimits.class)
                .get();
    }

    private static Set<String> answeredPages() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        Set<String> pages = new TreeSet<>();
        for (var found : scan.findCandidateComponents("cn.gdpilot")) {
            Class<?> controller = Class.forName(found.getBeanClassName());
            RequestMapping all = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
            String root = all == null || all.path().length == 0 ? "" : all.path()[0];
            Stream.of(controller.getDeclaredMethods())
                    .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                    .filter(mapping ->
                            mapping != null && List.of(mapping.method()).contains(RequestMethod.GET))
                    .forEach(mapping -> (mapping.path().length == 0 ? Stream.of("") : Stream.of(mapping.path()))
                            .forEach(path -> pages.add(root + path)));
        }
        return pages;
    }
}
