const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** Words that hold a sentence together; written small they name nobody, whoever is called so. */
export const functionWords = set(`
  a about after again all also am an and any are as at be because been before but by can could did do does down each
  even every few for from get go had has have he her here him his how i if in into is it its just like made make many
  me more most much must my never no not now of off on one only or other our out over own put said same say see she
  should so some such than that the their them then there these they this those to too two under until up us very was
  we well went were what when where which while who why with would yes you your
  la le el los las les un una une il lo gli de di da du des del della der die das den dem ein eine und et y e o u van
  von zu zur im am mit que se en na no os as ao do dos`)

/** Words that everybody says, and some are called: written small they are taken for the word. */
export const everydayWords = set(`
  art bay best black bond book books box brook brown bush cash chance child church city clay close cold coast cook cool
  cost day days dear drive early earth east english eye eyes fair farm fast field fine fire fish flood floor flower
  forest fox free french game garden german gift glass gold good gray green grey ground hall hand hands hard head heat
  high hill holiday home hook hope hot house hunt ice job joy keep key kind king lake land lane large law leaf light
  little live lock long love low luck major man may mild mill mills mind money moon moss new night noble north nurse oak
  office open orange order page park part parts peace pen pike place plant plants pool poor pope post power price prices
  proper quick rain ray read ready red rest rice rich right ring river road rock room root round rush safe sale salt
  sand school sea sharp shift ship shop short silver sky sleep small smart smile snow south spring stand star start stay
  steel stern stone store storm street strong summer sun sunday sweet swift table talk team temple time tip town trade
  trip true turn view wade wait walk wall walls want ward warm water way weather week well west white wild will wind
  winter wise wish wolf woman wood woods word words work world worth yard year young`)

/** What companies begin with that says nothing of them alone. */
export const companyWords = set(`
  advanced allied american associated atlantic bank better blue bright british building business care central clean
  clear central climate coastal commercial community complete construction consolidated continental control corporate
  creative custom data digital direct dynamic east eastern eco electric electrical electronic energy engineering
  environmental european family federal field financial first fleet food fresh future gas general global golden grand
  great group health heating help high house human independent industrial industries innovative insurance integrated
  international life lighting local logistics machine main management manufacturing marine market master media medical
  metal mobile modern mountain national natural network next northern office optical original pacific paper perfect
  personal plastic precision premier premium prime pro production professional property public pure quality quick rapid
  real regional reliable royal rural safety science security select service shared simple smart social software solar
  solid solutions sound southern special standard state steel super supply support sustainable systems tech technical
  technology total tower trade training transport travel trust union united universal urban value vision vital web
  western wholesale work workers world`)
