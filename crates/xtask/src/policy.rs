//! What a server sends with the page: one list, written for each kind of host.

/// The page's content security policy, as its `<meta>` has it.
pub const PAGE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self' http://127.0.0.1:* http://localhost:*; worker-src 'self' blob:; \
     frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types rulepad";
/// The workers' policy: their programs come from the page's own host, and nothing else is asked.
pub const WORKER: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
     require-trusted-types-for 'script'; trusted-types rulepad";

/// Sent with every file.
pub const GENERAL: [(&str, &str); 6] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), publickey-credentials-get=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    // The embedded view runs in frames without an origin, to which our own files are those of another one.
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
];

/// The folder of the custom element's files, whose names stay as long as its version does.
pub const EXAMPLE: &str = "v1";

/// The script that keeps the page for visits without network; browsers know it by this name.
pub const KEEPER: &str = "service_worker.js";

/// For the page itself: asked for at each visit.
const FRESH: &str = "no-cache";
/// For files with a hash in their names: never asked for again.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// The files for hosts, by their paths in `dist`; `hashed` are the files with a hash in their names.
pub fn files(hashed: &[String], loader: &str) -> Vec<(&'static str, String)> {
    vec![
        ("_headers", headers(hashed, loader)),
        (".htaccess", htaccess()),
        ("hosting/nginx.conf", nginx()),
        ("hosting/Caddyfile", caddyfile()),
        ("hosting/cloudfront.json", cloudfront()),
        ("hosting/README.md", README.to_owned()),
    ]
}

/// Read by Netlify and Cloudflare Pages. No header is set twice for one file: Netlify would send both.
fn headers(hashed: &[String], loader: &str) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in GENERAL {
        text += &format!("  {name}: {value}\n");
    }
    for path in ["/", "/index.html"] {
        text += &format!("{path}\n  Content-Security-Policy: {PAGE}\n  Cache-Control: {FRESH}\n");
    }
    for path in [format!("{EXAMPLE}/*"), KEEPER.to_owned()] {
        text += &format!("/{path}\n  Cache-Control: {FRESH}\n");
    }
    for file in hashed {
        text += &format!("/{file}\n  Cache-Control: {FOREVER}\n");
        if file == loader {
            text += &format!("  Content-Security-Policy: {WORKER}\n");
        }
    }
    text
}

fn nginx() -> String {
    let general: String =
        GENERAL.iter().map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n")).collect();
    let block = |place: &str, policy: Option<&str>, cache: &str| {
        let policy = policy
            .map(|policy| format!("    add_header Content-Security-Policy \"{policy}\" always;\n"))
            .unwrap_or_default();
        format!(
            "location {place} {{\n{general}{policy}    add_header Cache-Control \"{cache}\" always;\n}}\n"
        )
    };
    [
        "# For the `server` block of the page. nginx drops the headers of an outer block where an inner one adds any,\n\
         # so each block has them all. The first expression that matches a file counts.\n"
            .to_owned(),
        block("/", Some(PAGE), FRESH),
        block("~ \"/worker_loader-[0-9a-f]{16}\\.js$\"", Some(WORKER), FOREVER),
        block("~ \"-[0-9a-f]{16}\\.[a-z]+$\"", None, FOREVER),
    ]
    .concat()
}

fn caddyfile() -> String {
    let general: String = GENERAL.iter().map(|(name, value)| format!("\t\t{name} \"{value}\"\n")).collect();
    format!(
        "# For the site block of the page.\n\
         @hashed path_regexp -[0-9a-f]{{16}}\\.[a-z]+$\n\
         @loader path_regexp /worker_loader-[0-9a-f]{{16}}\\.js$\n\
         @page not path_regexp -[0-9a-f]{{16}}\\.[a-z]+$\n\
         route {{\n\
         \theader {{\n{general}\t}}\n\
         \theader @page Content-Security-Policy \"{}\"\n\
         \theader @page Cache-Control \"{FRESH}\"\n\
         \theader @hashed Cache-Control \"{FOREVER}\"\n\
         \theader @loader Content-Security-Policy \"{WORKER}\"\n\
         \tfile_server\n\
         }}\n",
        PAGE
    )
}

fn htaccess() -> String {
    let general: String =
        GENERAL.iter().map(|(name, value)| format!("  Header always set {name} \"{value}\"\n")).collect();
    format!(
        "# Read by Apache with mod_headers, where the directory allows it (`AllowOverride FileInfo`).\n\
         AddType application/wasm .wasm\n\
         AddType text/javascript .js\n\
         AddType application/manifest+json .webmanifest\n\
         <IfModule mod_headers.c>\n{general}\
         \x20 Header always set Content-Security-Policy \"{}\"\n\
         \x20 Header always set Cache-Control \"{FRESH}\"\n\
         \x20 <FilesMatch \"-[0-9a-f]{{16}}\\.[a-z]+$\">\n\
         \x20   Header always unset Content-Security-Policy\n\
         \x20   Header always set Cache-Control \"{FOREVER}\"\n\
         \x20 </FilesMatch>\n\
         \x20 <FilesMatch \"^worker_loader-[0-9a-f]{{16}}\\.js$\">\n\
         \x20   Header always set Content-Security-Policy \"{WORKER}\"\n\
         \x20 </FilesMatch>\n\
         </IfModule>\n",
        PAGE
    )
}

/// The input of `aws cloudfront create-response-headers-policy`, for the page and, in a second behavior, for workers.
fn cloudfront() -> String {
    let custom = |cache: &str| {
        let items: Vec<String> = GENERAL
            .iter()
            .filter(|(name, _)| !matches!(*name, "X-Content-Type-Options" | "Referrer-Policy"))
            .chain([&("Cache-Control", cache)])
            .map(|(name, value)| {
                format!("          {{ \"Header\": \"{name}\", \"Value\": \"{value}\", \"Override\": true }}")
            })
            .collect();
        format!(
            "{{\n        \"Quantity\": {},\n        \"Items\": [\n{}\n        ]\n      }}",
            items.len(),
            items.join(",\n")
        )
    };
    let policy = |name: &str, comment: &str, csp: &str, cache: &str| {
        format!(
            "  {{\n    \"Name\": \"{name}\",\n    \"Comment\": \"{comment}\",\n    \"SecurityHeadersConfig\": {{\n      \
             \"ContentSecurityPolicy\": {{ \"Override\": true, \"ContentSecurityPolicy\": \"{csp}\" }},\n      \
             \"ContentTypeOptions\": {{ \"Override\": true }},\n      \
             \"ReferrerPolicy\": {{ \"Override\": true, \"ReferrerPolicy\": \"no-referrer\" }}\n    }},\n    \
             \"CustomHeadersConfig\": {}\n  }}",
            custom(cache)
        )
    };
    format!(
        "[\n{},\n{}\n]\n",
        policy("rulepad-page", "Default behavior: the page", PAGE, FRESH),
        policy(
            "rulepad-files",
            "Behavior for *-????????????????.*: files with a hash in their names",
            WORKER,
            FOREVER
        )
    )
}

const README: &str = "# Putting the page on a server

Copy everything beside this directory to the server, over HTTPS. The files of this directory are for its settings; the
page does not need them.

| host | what to do |
|---|---|
| Netlify, Cloudflare Pages | nothing: they read `_headers` |
| Apache | nothing, where `.htaccess` files are read and mod_headers is loaded |
| nginx | include `nginx.conf` in the `server` block |
| Caddy | put `Caddyfile` into the site block |
| S3 with CloudFront | create the two response headers policies of `cloudfront.json` (each with `aws cloudfront create-response-headers-policy --response-headers-policy-config`); attach the first to the default behavior and the second to a behavior for `*-????????????????.*` |
| GitHub Pages | it sends `Access-Control-Allow-Origin: *` and no headers of yours: the policy in the page's `<meta>` holds, and workers give up the network by themselves |

What the headers do:

* The page and its workers load nothing but their own files. The page alone may call `http://127.0.0.1` and
  `http://localhost`, for an emulator whose address you give.
* Any site can show one example in a frame (`?embed`), also a frame without an origin, to which the page's files are those of
  another origin: hence `Access-Control-Allow-Origin` and `Cross-Origin-Resource-Policy`. The files are public and the same for everyone.
  The page itself does not start in a frame: it shows a link instead, so nobody can be made to press its buttons unseen.
* No address of yours is sent along, scripts start only through the page's named policy (Trusted Types).
* A file with `.br` at its end is the same file compressed with Brotli: nginx serves them with `brotli_static on`, Caddy with
  `file_server { precompressed br }`.
* `v1/` has the files of the custom element under fixed names.
* Files with a hash in their names are kept for ever; `index.html` and `service_worker.js` are asked for at each visit. Keep the files of the
  build before for a while: a page that is open still loads them.
";

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{GENERAL, PAGE, files};
    use crate::paths;

    #[test]
    fn the_page_and_the_development_server_have_the_same_policy() {
        let html = fs::read_to_string(paths::root().join("index.html")).unwrap();
        assert!(html.contains(&format!("content=\"{PAGE}\"")), "index.html has another policy than {PAGE}");
        let trunk = fs::read_to_string(paths::root().join("Trunk.toml")).unwrap();
        let all = GENERAL.map(|(name, value)| (name, value.to_owned()));
        for (name, value) in all.into_iter().chain([("Content-Security-Policy", PAGE.to_owned())]) {
            let line = format!("{name} = \"{value}\"");
            assert!(trunk.contains(&line), "Trunk.toml has no line `{line}`");
        }
    }

    #[test]
    fn every_host_gets_every_header() {
        let hashed = ["app-0123456789abcdef.js", "worker_loader-0123456789abcdef.js"].map(str::to_owned);
        for (path, text) in files(&hashed, "worker_loader-0123456789abcdef.js") {
            if path.ends_with(".md") {
                continue;
            }
            let names = GENERAL.iter().map(|(name, _)| *name);
            for name in names.chain(["Cache-Control"]) {
                let spelled = name.replace('-', "").replace("XContent", "Content");
                assert!(text.contains(name) || text.contains(&spelled), "{path} has no {name}");
            }
            for value in ["frame-src 'self'", "immutable", "no-cache", "nosniff", super::WORKER] {
                let is_there =
                    text.contains(value) || value == "nosniff" && text.contains("ContentTypeOptions");
                assert!(is_there, "{path} has no {value}");
            }
        }
    }
}
