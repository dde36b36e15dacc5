package cn.gdpilot.platform.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** The web server below our pages. */
@Configuration
class ServerSetUp implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(ServerErrors.class.getName()));
    }

    /**
     * Links stay as they are written. Otherwise each is looked for among the static files of every jar, in case its file has
     * a version: with a link in each of 500 rows that was a third of the page's time.
     */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> linksWithoutVersions() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setEnabled(false);
        return filter;
    }
}
