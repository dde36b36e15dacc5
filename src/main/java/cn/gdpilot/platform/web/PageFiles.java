package cn.gdpilot.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The static files of our own pages. The pages name them with a digest of their content, so that a browser keeps them and
 * still sees a new release at once. By its plain name a file may change with each release: the browser asks each time.
 */
@Configuration
class PageFiles implements WebMvcConfigurer {

    private static final CacheControl LONG =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final FileTags tags = new FileTags();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/assets/", "classpath:/static/assets/");
        serve(registry, "/webjars/", "classpath:/META-INF/resources/webjars/");
    }

    private void serve(ResourceHandlerRegistry registry, String address, String folder) {
        registry.addResourceHandler(address + "**")
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(tags::of)
                .resourceChain(true)
                .addResolver(new LastingNames().addContentVersionStrategy("/**"));
    }

    /**
     * Stands in for Spring's own filter, which looks for each link among the static files of every jar: with a link in each of
     * 500 rows that was a third of the page's time.
     */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> linksWithoutVersions() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setEnabled(false);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Links> versionsOfFiles(ResourceUrlProvider files) {
        return new FilterRegistrationBean<>(new Links(files));
    }

    /** Lets browsers keep what is asked for by a name with a digest. */
    private static final class LastingNames extends VersionResourceResolver {
        @Override
        protected Resource resolveResourceInternal(
                HttpServletRequest request,
                String path,
                List<? extends Resource> folders,
                ResourceResolverChain chain) {
            Resource file = super.resolveResourceInternal(request, path, folders, chain);
            // Only a file whose digest was compared is one with headers of its own.
            return file instanceof HttpResource ? Lasting.of(file) : file;
        }
    }

    /** A file that never changes under its name. */
    private static final class Lasting extends UrlResource implements HttpResource {

        private Lasting(URL address) {
            super(address);
        }

        static Lasting of(Resource file) {
            try {
                return new Lasting(file.getURL());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.setCacheControl(LONG);
            return headers;
        }
    }

    /** Puts the digest into the addresses of static files that a page names. */
    private static final class Links extends OncePerRequestFilter {

        private final ResourceUrlProvider files;

        Links(ResourceUrlProvider files) {
            this.files = files;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(request, new HttpServletResponseWrapper(response) {
                @Override
                public String encodeURL(String url) {
                    String digested = isFile(url) ? files.getForLookupPath(url) : null;
                    return digested == null ? super.encodeURL(url) : digested;
                }
            });
        }

        /** A page that tells of a failure names files as well. */
        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        private static boolean isFile(String url) {
            return url.startsWith("/assets/") || url.startsWith("/webjars/");
        }
    }
}
